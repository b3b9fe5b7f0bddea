import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { CentreFacts } from '@lvliang/shared/centres/record.schema'
import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import { parseDay } from '@lvliang/shared/register/parse-day'
import { parsePositive, parseWhole } from '@lvliang/shared/register/parse-number'
import { parseBuild, parseText, parseYesNo } from '@lvliang/shared/register/parse-words'

/** What a cell's new text makes of a centre. */
export type CellAct =
  | { kind: 'facts'; facts: Partial<CentreFacts> }
  | { kind: 'report'; stage: ReportableStage; date: string }
  | { kind: 'withdraw'; reportId: string }

export type CellFault = 'badDay' | 'badNumber' | 'badChoice' | 'tooLong' | 'notCleared' | 'dateAhead'
export type Read = { act: CellAct } | { fault: CellFault }

/** The words of a choice in the language on screen. */
export interface ChoiceWords {
  builds: Readonly<Record<NonNullable<CentreSheet['build']>, string>>
  yes: string
  no: string
}

export interface CellContext {
  today: string
  words: ChoiceWords
}

/** A cell of the sheet and a field of the form: how its text is read off a centre and what typing it means. */
export interface CellField {
  id: string
  show: (centre: CentreSheet, words: ChoiceWords) => string
  read: (text: string, centre: CentreSheet, context: CellContext) => Read
}

const LONGEST = 200
const LARGEST_AREA = 100_000
const LARGEST_VILLAGE = 100_000

const facts = (stated: Partial<CentreFacts>): Read => ({ act: { kind: 'facts', facts: stated } })
const MONTH_AND_DAY = /^\s*(\d{1,2})[-/.](\d{1,2})\s*$/

/** A day as people type it; month and day alone mean this year: 7-31, 7.31. */
function readDay(text: string, today: string) {
  const short = MONTH_AND_DAY.exec(text)
  const thisYear = today.slice(0, 4)
  return parseDay(short ? `${thisYear}-${short[1]}-${short[2]}` : text, { year: Number(thisYear), date1904: false })
}

/** A text as anybody types it; nothing withdraws it. */
function textField<K extends 'unit' | 'leader' | 'person' | 'phone' | 'builder' | 'note'>(
  id: K,
  show: (centre: CentreSheet) => string | null,
): CellField {
  return {
    id,
    show: centre => show(centre) ?? '',
    read: text => {
      const parsed = parseText(text, id === 'note' ? 2000 : LONGEST)
      return 'value' in parsed ? facts({ [id]: parsed.value || null }) : { fault: 'tooLong' }
    },
  }
}

const population: CellField = {
  id: 'population',
  show: centre => centre.population?.value.toString() ?? '',
  read: (text, { population: known }) => {
    if (text.trim() === '') return facts({ population: null })
    const parsed = parseWhole(text, LARGEST_VILLAGE)
    if (!('value' in parsed)) return { fault: 'badNumber' }
    return facts({ population: { basis: 'unstated', year: null, ...known, value: parsed.value } })
  },
}

const areaM2: CellField = {
  id: 'areaM2',
  show: centre => centre.areaM2?.toString() ?? '',
  read: text => {
    if (text.trim() === '') return facts({ areaM2: null })
    const parsed = parsePositive(text, LARGEST_AREA)
    return 'value' in parsed ? facts({ areaM2: parsed.value }) : { fault: 'badNumber' }
  },
}

const build: CellField = {
  id: 'build',
  show: (centre, words) => (centre.build ? words.builds[centre.build] : ''),
  read: (text, _, { words }) => {
    if (text.trim() === '') return facts({ build: null })
    const named = (['newBuild', 'conversion', 'extension'] as const).find(key => words.builds[key] === text.trim())
    const parsed = named ? { value: named } : parseBuild(text)
    return 'value' in parsed ? facts({ build: parsed.value }) : { fault: 'badChoice' }
  },
}

const meals: CellField = {
  id: 'meals',
  show: (centre, { yes, no }) => (centre.meals === null ? '' : centre.meals ? yes : no),
  read: (text, _, { words }) => {
    if (text.trim() === '') return facts({ meals: null })
    if (text.trim() === words.yes || text.trim() === words.no) return facts({ meals: text.trim() === words.yes })
    const parsed = parseYesNo(text)
    return 'value' in parsed ? facts({ meals: parsed.value }) : { fault: 'badChoice' }
  },
}

const planned = (stage: ReportableStage): CellField => ({
  id: `planned.${stage}`,
  show: centre => centre.planned[stage] ?? '',
  read: (text, _, { today }) => {
    if (text.trim() === '') return facts({ planned: { [stage]: null } })
    const parsed = readDay(text, today)
    return 'value' in parsed ? facts({ planned: { [stage]: parsed.value } }) : { fault: 'badDay' }
  },
})

export const stageOf = (centre: CentreSheet, stage: ReportableStage) =>
  centre.stages.find(entry => entry.stage === stage)

/** A report of today is simply taken back; an older one only a later report supersedes. */
function cleared(centre: CentreSheet, stage: ReportableStage, today: string): Read {
  const state = stageOf(centre, stage)
  const isOfToday = state?.recordedAt != null && dayOfInstant(state.recordedAt) === today
  if (!state?.reportId || !isOfToday) return { fault: 'notCleared' }
  return { act: { kind: 'withdraw', reportId: state.reportId } }
}

const reported = (stage: ReportableStage): CellField => ({
  id: `reported.${stage}`,
  show: centre => stageOf(centre, stage)?.reported ?? '',
  read: (text, centre, { today }) => {
    if (text.trim() === '') return cleared(centre, stage, today)
    const parsed = readDay(text, today)
    if (!('value' in parsed)) return { fault: 'badDay' }
    return parsed.value > today ? { fault: 'dateAhead' } : { act: { kind: 'report', stage, date: parsed.value } }
  },
})

export const FACT_FIELDS: readonly CellField[] = [
  population,
  build,
  areaM2,
  meals,
  textField('leader', centre => centre.people.leader),
  textField('unit', centre => centre.people.unit),
  textField('person', centre => centre.people.person),
  textField('phone', centre => centre.people.phone),
  textField('builder', centre => centre.people.builder),
  textField('note', centre => centre.note),
]
export const PLANNED_FIELDS: readonly CellField[] = REPORTABLE_STAGES.map(planned)
export const REPORTED_FIELDS: readonly CellField[] = REPORTABLE_STAGES.map(reported)

const byId = new Map([...FACT_FIELDS, ...PLANNED_FIELDS, ...REPORTED_FIELDS].map(field => [field.id, field]))
export const fieldOf = (id: string): CellField | undefined => byId.get(id)
