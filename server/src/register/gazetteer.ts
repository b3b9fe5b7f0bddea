import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gazetteer } from '@lvliang/shared/register/check-context'
import { villageStem } from '@lvliang/shared/register/names'
import { PATHS } from '../paths.ts'

/** The village committees on file, by code and by name within their county. */
export function readGazetteer(path = join(PATHS.villages, 'villages.csv')): Gazetteer {
  const byCode = new Map<string, { name: string; town: string }>()
  const stems = new Set<string>()
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [code = '', name = '', , , town = '', countyCode = ''] = line.split(',')
    byCode.set(code, { name, town })
    stems.add(`${countyCode}|${villageStem(name)}`)
  }
  return {
    villageByCode: code => byCode.get(code) ?? null,
    hasVillage: (countyCode, stem) => stems.has(`${countyCode}|${stem}`),
  }
}
