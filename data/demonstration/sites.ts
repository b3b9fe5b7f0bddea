import { readFileSync } from 'node:fs'

/** An invented village and where it lies, WGS-84; `make-sites.ts` placed it. */
export interface Site {
  code: string
  countyCode: string
  town: string
  village: string
  lon: number
  lat: number
}

export const SITES = JSON.parse(readFileSync(new URL('sites.json', import.meta.url), 'utf8')) as Site[]
