import { type ReactNode, type SyntheticEvent, useState } from 'react'
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

/** Shows more about a thing under the mouse or in focus. What it shows is also said in words beside the thing. */
export function Hint({ content, children, className }: HintProps) {
  const [place, setPlace] = useState<Place | null>(null)
  const show = (event: SyntheticEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setPlace({ left: box.left + box.width / 2, top: box.bottom + EDGE })
  }
  const hide = () => setPlace(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a hint; the same words stand in the text
    <span className={className} onMouseEnter={show} onMouseLeave={hide} onFocus={show} onBlur={hide}>
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
