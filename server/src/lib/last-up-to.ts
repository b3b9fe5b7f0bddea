/** The last of a sorted list at or before a value; undefined where all come after it. */
export function lastUpTo(sorted: readonly string[], value: string): string | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as string) <= value) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}
