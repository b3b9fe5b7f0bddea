const QUOTED = /["\t\n\r]/

/** A block of texts as spreadsheets put it on the clipboard. */
export const toTsv = (block: readonly (readonly string[])[]): string =>
  block
    .map(row => row.map(text => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\n')

/** A quoted cell from the position after its opening quote: its text and where it ends. */
function readQuoted(text: string, from: number): { value: string; end: number } {
  let value = ''
  let at = from
  while (at < text.length) {
    if (text[at] !== '"') value += text[at++]
    else if (text[at + 1] === '"') {
      value += '"'
      at += 2
    } else return { value, end: at + 1 }
  }
  return { value, end: at }
}

/** Whether what begins with a quote at `from` is a quoted cell, and not a text that only begins so. */
function isQuoted(text: string, from: number): boolean {
  const { end } = readQuoted(text, from + 1)
  return text[end - 1] === '"' && (end >= text.length || QUOTED.test(text[end] ?? ''))
}

/** Reads a pasted block: cells by tabs, rows by line ends, quoted cells with both inside. A last line end adds no row. */
export function parseTsv(pasted: string): string[][] {
  const text = pasted.replace(/\r\n?/g, '\n')
  const rows: string[][] = [[]]
  let at = 0
  while (true) {
    const quoted = text[at] === '"' && isQuoted(text, at)
    const next = text.slice(at).search(/[\t\n]/)
    const plainEnd = next === -1 ? text.length : at + next
    const { value, end } = quoted ? readQuoted(text, at + 1) : { value: text.slice(at, plainEnd), end: plainEnd }
    rows.at(-1)?.push(value)
    if (end >= text.length) return rows
    if (text[end] === '\n') {
      if (end + 1 === text.length) return rows
      rows.push([])
    }
    at = end + 1
  }
}
