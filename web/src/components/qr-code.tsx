import { useMemo } from 'react'
import { encode } from 'uqr'
import classes from './qr-code.module.css'

interface QrCodeProps {
  text: string
  label: string
}

/** The dark modules of each line as one path, runs joined. */
function pathOf(data: readonly (readonly boolean[])[]): string {
  return data
    .map((line, y) => {
      let path = ''
      for (let x = 0; x < line.length; x++) {
        if (!line[x]) continue
        const from = x
        while (line[x + 1]) x++
        path += `M${from} ${y}h${x - from + 1}v1H${from}z`
      }
      return path
    })
    .join('')
}

/** A text to be read by a camera: dark on light in either scheme, with the quiet zone of four modules. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'M', border: 4 }), [text])
  return (
    <svg className={classes.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className={classes.light} width={size} height={size} />
      <path className={classes.dark} d={pathOf(data)} shapeRendering="crispEdges" />
    </svg>
  )
}
