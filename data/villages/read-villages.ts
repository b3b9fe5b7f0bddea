import { readFileSync } from 'node:fs'

/** A village committee of 2018 by the 12-digit statistical code: county 6, town 9, village 12 digits. */
export type Village = {
  code: string
  name: string
  /** Pinyin initials of the name without its committee, e.g. `mjt`. */
  initials: string
  townCode: string
  town: string
  countyCode: string
}

/** All village committees of Lüliang, by code. */
export function readVillages(): Village[] {
  const text = readFileSync(new URL('villages.csv', import.meta.url), 'utf8')
  const [, ...rows] = text.trimEnd().split('\n')
  return rows.map(row => {
    const [code = '', name = '', initials = '', townCode = '', town = '', countyCode = ''] = row.split(',')
    return { code, name, initials, townCode, town, countyCode }
  })
}
