import type { Village, Villages, VillagesQuery } from '@lvliang/shared/villages/village.schema'

/** How well a village answers a word: its beginning before its middle, the village before the town; 0 not at all. */
function score({ code, name, initials, town }: Village, word: string): number {
  if (name.startsWith(word) || code.startsWith(word)) return 4
  if (initials.startsWith(word)) return 3
  if (name.includes(word)) return 2
  return town.includes(word) || initials.includes(word) ? 1 : 0
}

function scoreAll(village: Village, words: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const one = score(village, word)
    if (one === 0) return 0
    sum += one
  }
  return sum
}

/** The villages that answer every word by name, town, code or pinyin initials, best first. */
export function searchVillages(villages: readonly Village[], { q, county, limit = 100 }: VillagesQuery): Villages {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const own = county === undefined ? villages : villages.filter(village => village.countyCode === county)
  const found =
    words.length === 0
      ? own
      : own
          .map(village => ({ village, score: scoreAll(village, words) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || (a.village.code < b.village.code ? -1 : 1))
          .map(({ village }) => village)
  return { items: found.slice(0, limit), total: found.length }
}
