import type { CheckItem, CheckResult, Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { CENTRE_FOUND, PLATE_FOUND, RecordVisit, VisitKind } from '@lvliang/shared/inspections/visit.schema'
import { type ReportableStage, type Stage, stageOrder } from '@lvliang/shared/plan/stage'

export type CentreFound = (typeof CENTRE_FOUND)[number]
export type PlateFound = (typeof PLATE_FOUND)[number]
export type DevicePosition = NonNullable<RecordVisit['position']>

export interface DraftPhoto {
  id: string
  name: string
  /** What it shows: the item's id, the finding's where it is of no item, empty: the visit as a whole. */
  of: string
  /** Null: still on this device alone. */
  sha256: string | null
}

export interface DraftFinding {
  /** Also that of the issue it becomes. */
  id: string
  item: string | null
  severity: Severity
  title: string
  description: string
  /** Empty: as the severity gives it. */
  dueOn: string
  assign: boolean
  /** The open issue it is, found again. */
  again: string | null
  /** The closed issue that has come back. */
  repeats: string | null
}

/** `result` null: it was opened for an answer before its stage. */
interface Check {
  result: CheckResult | null
  note: string
}

export const STAGE_ANSWERS = ['agrees', 'otherDay', 'notReached'] as const
export type StageAnswer = (typeof STAGE_ANSWERS)[number]

interface DraftVerification {
  id: string
  stage: ReportableStage
  /** Null: the visit verifies nothing. */
  answer: StageAnswer | null
  day: string
  note: string
}

/** Names, and the one that is still being typed. */
export interface DraftNames {
  names: readonly string[]
  typed: string
}

/** A visit as it stands on the device before it is recorded. */
export interface VisitDraft {
  visit: string
  centre: string
  /** The centre's, for whoever looks for the draft. */
  name: string
  kind: VisitKind
  inspectors: readonly string[]
  companions: DraftNames
  day: string
  /** `HH:MM` in Asia/Shanghai; empty: not yet. */
  arrived: string
  left: string
  position: DevicePosition | null
  present: DraftNames
  found: CentreFound | null
  /** Nobody was there, and yet there was something to look at. */
  checksAnyway: boolean
  checks: Readonly<Record<string, Check>>
  /** Items that one press answered, by group: another press takes that back. */
  filled: Readonly<Record<string, readonly string[]>>
  findings: readonly DraftFinding[]
  verified: DraftVerification
  plate: PlateFound | null
  notes: string
  photos: readonly DraftPhoto[]
  /** Photos taken away again whose withdrawal has not arrived yet. */
  leaving: readonly { photo: string; act: string }[]
}

export type Said = Omit<
  VisitDraft,
  'visit' | 'centre' | 'name' | 'checks' | 'filled' | 'findings' | 'photos' | 'leaving'
>

export type DraftAct =
  | { do: 'say'; said: Partial<Said> }
  | { do: 'toggleInspector'; id: string }
  | { do: 'answer'; item: string; result: CheckResult; finding?: DraftFinding }
  | { do: 'open'; item: string }
  | { do: 'note'; item: string; note: string }
  | { do: 'passRest'; group: string; items: readonly string[] }
  | { do: 'undoRest'; group: string }
  | { do: 'find'; finding: DraftFinding }
  | { do: 'changeFinding'; id: string; change: Partial<DraftFinding> }
  | { do: 'dropFinding'; id: string }
  | { do: 'photograph'; photo: DraftPhoto }
  | { do: 'photoSent'; id: string; sha256: string }
  | { do: 'dropPhoto'; id: string; act: string }
  | { do: 'photoLeft'; id: string }

type Begun = Pick<VisitDraft, 'visit' | 'centre' | 'name' | 'kind' | 'inspectors' | 'day'> & {
  verification: Pick<DraftVerification, 'id' | 'stage'>
}

const NOBODY: DraftNames = { names: [], typed: '' }

export const beginDraft = ({ verification, ...begun }: Begun): VisitDraft => ({
  ...begun,
  companions: NOBODY,
  arrived: '',
  left: '',
  position: null,
  present: NOBODY,
  found: null,
  checksAnyway: false,
  checks: {},
  filled: {},
  findings: [],
  verified: { ...verification, answer: null, day: '', note: '' },
  plate: null,
  notes: '',
  photos: [],
  leaving: [],
})

const UNCHECKED: Check = { result: null, note: '' }

const withCheck = (draft: VisitDraft, item: string, change: Partial<Check>): VisitDraft => ({
  ...draft,
  checks: { ...draft.checks, [item]: { ...UNCHECKED, ...draft.checks[item], ...change } },
})

/** Answers an item; the same answer again takes it back. What was written of a failure stays, should it return. */
function answer(draft: VisitDraft, { item, result, finding }: DraftAct & { do: 'answer' }): VisitDraft {
  const same = draft.checks[item]?.result === result
  const next = withCheck(draft, item, { result: same ? null : result })
  const known = draft.findings.some(each => each.item === item)
  return finding && !known && !same ? { ...next, findings: [...next.findings, finding] } : next
}

function passRest(draft: VisitDraft, group: string, items: readonly string[]): VisitDraft {
  const passed = items.reduce((next, item) => withCheck(next, item, { result: 'pass' }), draft)
  return { ...passed, filled: { ...draft.filled, [group]: items } }
}

/** Takes back what one press answered, but for what was changed since. */
function undoRest(draft: VisitDraft, group: string): VisitDraft {
  const items = (draft.filled[group] ?? []).filter(item => draft.checks[item]?.result === 'pass')
  const open = items.reduce((next, item) => withCheck(next, item, { result: null }), draft)
  const { [group]: _, ...filled } = draft.filled
  return { ...open, filled }
}

function dropPhoto(draft: VisitDraft, id: string, act: string): VisitDraft {
  const photo = draft.photos.find(each => each.id === id)
  const leaving = photo?.sha256 ? [...draft.leaving, { photo: id, act }] : draft.leaving
  return { ...draft, photos: draft.photos.filter(each => each.id !== id), leaving }
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter(each => each !== id) : [...ids, id]

/** What an act makes of a draft. */
export function reduceDraft(draft: VisitDraft, act: DraftAct): VisitDraft {
  switch (act.do) {
    case 'say':
      return { ...draft, ...act.said }
    case 'toggleInspector':
      return { ...draft, inspectors: toggled(draft.inspectors, act.id) }
    case 'answer':
      return answer(draft, act)
    case 'open':
      return withCheck(draft, act.item, { result: null })
    case 'note':
      return withCheck(draft, act.item, { note: act.note })
    case 'passRest':
      return passRest(draft, act.group, act.items)
    case 'undoRest':
      return undoRest(draft, act.group)
    case 'find':
      return { ...draft, findings: [...draft.findings, act.finding] }
    case 'changeFinding':
      return {
        ...draft,
        findings: draft.findings.map(each => (each.id === act.id ? { ...each, ...act.change } : each)),
      }
    case 'dropFinding':
      return { ...draft, findings: draft.findings.filter(({ id }) => id !== act.id) }
    case 'photograph':
      return { ...draft, photos: [...draft.photos, act.photo] }
    case 'photoSent':
      return {
        ...draft,
        photos: draft.photos.map(each => (each.id === act.id ? { ...each, sha256: act.sha256 } : each)),
      }
    case 'dropPhoto':
      return dropPhoto(draft, act.id, act.act)
    case 'photoLeft':
      return { ...draft, leaving: draft.leaving.filter(({ photo }) => photo !== act.id) }
  }
}

type Item = Pick<CheckItem, 'id' | 'from'>

/** What was found of an item: as answered, or 未到检查阶段 by itself; null: still to be looked at. */
export function resultOf({ checks }: Pick<VisitDraft, 'checks'>, item: Item, stage: Stage): CheckResult | null {
  const check = checks[item.id]
  return check ? check.result : isReached(item, stage) ? null : 'notReached'
}

export const isReached = ({ from }: Item, stage: Stage): boolean => stageOrder(from) <= stageOrder(stage)

/** Whether the checklist is to be filled in: somebody let the team in, or there was something to see outside. */
export const isChecked = ({ found, checksAnyway }: Pick<VisitDraft, 'found' | 'checksAnyway'>): boolean =>
  found === null || found === 'open' || checksAnyway

/** The lottery's plate, 未到挂牌时 by itself before acceptance. */
export const plateOf = ({ plate }: Pick<VisitDraft, 'plate'>, stage: Stage): PlateFound | null =>
  plate ?? (stageOrder(stage) < stageOrder('accepted') ? 'notYet' : null)

/** Findings that stand: those of no item, and those whose item fails. */
export const standingFindings = (draft: VisitDraft): DraftFinding[] =>
  draft.findings.filter(({ item }) => item === null || (isChecked(draft) && draft.checks[item]?.result === 'fail'))

/** The names, the one still in the field included. */
export const allNames = ({ names, typed }: DraftNames): string[] => {
  const last = typed.trim()
  return last === '' || names.includes(last) ? [...names] : [...names, last]
}

export const photosOf = (draft: Pick<VisitDraft, 'photos'>, of: string): DraftPhoto[] =>
  draft.photos.filter(photo => photo.of === of)
