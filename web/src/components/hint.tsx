import { type MouseEvent, type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import classes from './hint.module.css'

interface HintProps {
  content: ReactNode
  children: ReactNode
  className?: string
}

interface Place {
  left: number
  top: number
}

const EDGE = 8

/** Shows more about a thing under the mouse. What it shows is also said in words beside the thing, for those without one. */
export function Hint({ content, children, className }: HintProps) {
  const [place, setPlace] = useState<Place | null>(null)
  const show = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setPlace({ left: box.left + box.width / 2, top: box.bottom + EDGE })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a hint for the mouse; the same words stand in the text
    <span className={className} onMouseEnter={show} onMouseLeave={() => setPlace(null)}>
      {children}
      {place &&
        createPortal(
          <div className={classes.hint} style={place} aria-hidden="true">
            {content}
          </div>,
          document.body,
        )}
    </span>
  )
}
