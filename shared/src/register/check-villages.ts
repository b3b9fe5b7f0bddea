import { placeKey } from './assign-slots.ts'
import type { CheckContext, Gazetteer } from './check-context.ts'
import { villageKey, villageStem } from './names.ts'
import { type Problem, problemAt } from './problem.ts'
import type { RegisterRow } from './read-register.ts'

/** Which slot a row has; undefined where it could be given none. */
export type CodeOf = (row: RegisterRow) => string | undefined

/** Village codes and names: of the right county, each once, and as the gazetteer knows them. */
export function checkVillages(rows: readonly RegisterRow[], codeOf: CodeOf, context: CheckContext): Problem[] {
  return [
    ...rows.flatMap(row => ofCounty(row, context.gazetteer)),
    ...repeatedCodes(rows, codeOf, context),
    ...repeatedPlaces(rows, codeOf, context),
    ...rows.flatMap(row => changedVillage(row, codeOf(row), context)),
  ]
}

function ofCounty(row: RegisterRow, gazetteer: Gazetteer): Problem[] {
  const { countyCode, villageCode } = row
  const { village } = row.texts
  if (countyCode === undefined) return []
  const place = row.placeOf('villageCode')
  if (villageCode === undefined) {
    if (village === undefined || gazetteer.hasVillage(countyCode, villageStem(village))) return []
    return [problemAt(row.placeOf('village'), 'villageUnknown')]
  }
  if (!villageCode.startsWith(countyCode)) return [problemAt(place, 'villageCodeOtherCounty', { county: countyCode })]
  const known = gazetteer.villageByCode(villageCode)
  if (known === null) return [problemAt(place, 'villageCodeUnknown')]
  if (village === undefined || villageStem(known.name) === villageStem(village)) return []
  return [problemAt(place, 'villageCodeOtherName', { known: known.name })]
}

function repeatedCodes(rows: readonly RegisterRow[], codeOf: CodeOf, { stored }: CheckContext): Problem[] {
  const first = new Map<string, RegisterRow>()
  const holders = new Map(
    [...stored.values()].flatMap(({ villageCode, code }) => (villageCode ? [[villageCode, code]] : [])),
  )
  const restated = new Set(rows.filter(row => row.villageCode !== undefined).map(codeOf))
  return rows.flatMap((row): Problem[] => {
    const { villageCode } = row
    if (villageCode === undefined) return []
    const place = row.placeOf('villageCode')
    const other = first.get(villageCode)
    if (other !== undefined) return [problemAt(place, 'duplicateVillageCode', { other: other.row })]
    first.set(villageCode, row)
    const holder = holders.get(villageCode)
    if (holder === undefined || holder === codeOf(row) || restated.has(holder)) return []
    return [problemAt(place, 'villageCodeTaken', { other: holder })]
  })
}

function repeatedPlaces(rows: readonly RegisterRow[], codeOf: CodeOf, { stored }: CheckContext): Problem[] {
  const taken = new Map<string, { zh: string; en: string }>()
  const ofFile = new Set(rows.map(codeOf))
  for (const { code, countyCode, town, village } of stored.values()) {
    if (village === null || ofFile.has(code)) continue
    taken.set(placeKey(countyCode, town, village), { zh: `项目 ${code} `, en: code })
  }
  return rows.flatMap((row): Problem[] => {
    const { town, village } = row.texts
    if (row.countyCode === undefined || village === undefined) return []
    const key = placeKey(row.countyCode, town, village)
    const other = taken.get(key)
    if (other === undefined) taken.set(key, { zh: `第 ${row.row} 行`, en: `row ${row.row}` })
    if (other === undefined) return []
    return [problemAt(row.placeOf('village'), 'sameVillage', { other: other.zh, otherEn: other.en })]
  })
}

function changedVillage(row: RegisterRow, code: string | undefined, { stored }: CheckContext): Problem[] {
  const before = code === undefined ? null : (stored.get(code)?.village ?? null)
  const after = row.texts.village
  if (before === null || after === undefined || villageKey(before) === villageKey(after)) return []
  return [problemAt(row.placeOf('village'), 'villageChanged', { before, after })]
}
