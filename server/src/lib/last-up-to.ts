/** How many of a sorted list are at or before a value. */
export function countUpTo<T>(sorted: readonly T[], value: string, keyOf: (entry: T) => string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keyOf(sorted[middle] as T) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of a sorted list at or before a value; undefined where all come after it. */
export const lastUpTo = (sorted: readonly string[], value: string): string | undefined =>
  sorted[countUpTo(sorted, value, each => each) - 1]
