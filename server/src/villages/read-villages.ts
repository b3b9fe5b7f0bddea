import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Village } from '@lvliang/shared/villages/village.schema'
import { PATHS } from '../paths.ts'

/** The gazetteer, in the order of its codes. */
export function readVillages(path = join(PATHS.villages, 'villages.csv')): Village[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map(line => {
    const [code = '', name = '', initials = '', townCode = '', town = '', countyCode = ''] = line.split(',')
    return { code, name, initials, townCode, town, countyCode }
  })
}
