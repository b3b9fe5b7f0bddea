import { useViewportSize } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState } from 'react'

/** How far an element begins below the top of the page, so that it can fill exactly what is left of the window. */
export function useRoomBelow<T extends HTMLElement>(atLeast: number) {
  const ref = useRef<T>(null)
  const { width, height } = useViewportSize()
  const [room, setRoom] = useState<number>()
  useLayoutEffect(() => {
    // The width matters too: a narrow window gives the header more lines.
    if (ref.current && width > 0) setRoom(Math.max(atLeast, height - ref.current.getBoundingClientRect().top - scrollY))
  }, [width, height, atLeast])
  return { ref, room }
}
