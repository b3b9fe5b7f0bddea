/** Number and hash of an anchor out of a text somebody kept; null: there are none in it. */
export function parseAnchor(text: string): { seq: number; hash: string } | null {
  const hash = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(text)
  // The number comes first; the digits of the time and the hash come after it.
  const seq = /\d[\d,]*/.exec(hash ? text.slice(0, hash.index) : '')
  if (!hash || !seq) return null
  const number = Number(seq[0].replaceAll(',', ''))
  return Number.isSafeInteger(number) ? { seq: number, hash: hash[0].toLowerCase() } : null
}
