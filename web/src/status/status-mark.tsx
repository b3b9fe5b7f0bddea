import './status.css'
import { type Mark, SHAPES } from './shapes.ts'

interface StatusMarkProps extends Mark {
  size?: number
}

/** The shape of a light; the word that goes with it stands beside it, so the drawing itself is silent. */
export function StatusMark({ shape, fill, size = 14 }: StatusMarkProps) {
  const paths = SHAPES[shape]
  return (
    <svg
      className={`mark mark-${shape} mark-${fill}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path className="mark-body" d={paths.outline} />
      {fill === 'cored' && paths.core && <path className="mark-core" d={paths.core} />}
      {fill === 'hatched' && <path className="mark-lines" d={paths.hatch} />}
    </svg>
  )
}
