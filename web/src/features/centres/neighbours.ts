/** The centres before and after one in a list. */
export function neighboursOf(codes: readonly string[], code: string): { previous: string | null; next: string | null } {
  const at = codes.indexOf(code)
  if (at === -1) return { previous: null, next: null }
  return { previous: codes[at - 1] ?? null, next: codes[at + 1] ?? null }
}
