import type { ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import type { Stage } from '@lvliang/shared/plan/stage'
import { at } from './anchors.ts'
import { allNames, isChecked, photosOf, plateOf, resultOf, standingFindings, type VisitDraft } from './visit-draft.ts'

/** What a draft is judged by. */
export interface VisitContext {
  checklist: Pick<ChecklistInForce, 'version' | 'groups'>
  /** The centre's stage as reported. */
  stage: Stage
  /** The plan's today. */
  today: string
}

const CODES = [
  'inspectors',
  'arrived',
  'dayAhead',
  'found',
  'unanswered',
  'photo',
  'title',
  'verifiedDay',
  'verifiedDayAhead',
  'plate',
  'left',
  'leftBefore',
] as const
export type MissingCode = (typeof CODES)[number]

/** One thing without which the visit cannot be recorded, and where on the page it is. */
export interface Missing {
  code: MissingCode
  at: string
  group?: string
  item?: string
  n?: number
}

const when = (is: boolean, missing: Missing): Missing[] => (is ? [missing] : [])

const arrivalMissing = (draft: VisitDraft, { today }: VisitContext): Missing[] => [
  ...when(draft.inspectors.length < 2, { code: 'inspectors', at: at.inspectors }),
  ...when(draft.arrived === '' || draft.day === '', { code: 'arrived', at: at.arrived }),
  ...when(draft.day > today, { code: 'dayAhead', at: at.arrived }),
  ...when(draft.found === null, { code: 'found', at: at.found }),
]

function checksMissing(draft: VisitDraft, { checklist, stage }: VisitContext): Missing[] {
  if (!isChecked(draft)) return []
  return checklist.groups.flatMap(({ id, items }): Missing[] => {
    const open = items.filter(item => resultOf(draft, item, stage) === null)
    const bare = items.filter(item => resultOf(draft, item, stage) === 'fail' && photosOf(draft, item.id).length === 0)
    const first = open[0]
    return [
      ...(first ? [{ code: 'unanswered' as const, at: at.item(first.id), group: id, n: open.length }] : []),
      ...bare.map(item => ({ code: 'photo' as const, at: at.item(item.id), item: item.id })),
    ]
  })
}

const findingsMissing = (draft: VisitDraft): Missing[] =>
  standingFindings(draft)
    .filter(({ title }) => title.trim() === '')
    .map(({ id }) => ({ code: 'title', at: at.finding(id) }))

function verificationMissing({ verified, day }: VisitDraft): Missing[] {
  if (verified.answer !== 'otherDay') return []
  return [
    ...when(verified.day === '', { code: 'verifiedDay', at: at.verified }),
    ...when(verified.day > day && day !== '', { code: 'verifiedDayAhead', at: at.verified }),
  ]
}

/** What is missing, in the order of the form. */
export const missingIn = (draft: VisitDraft, context: VisitContext): Missing[] => [
  ...arrivalMissing(draft, context),
  ...checksMissing(draft, context),
  ...findingsMissing(draft),
  ...verificationMissing(draft),
  ...when(plateOf(draft, context.stage) === null, { code: 'plate', at: at.plate }),
  ...when(draft.left === '', { code: 'left', at: at.left }),
  ...when(draft.left !== '' && draft.left < draft.arrived, { code: 'leftBefore', at: at.left }),
]

export type ReminderCode = 'position' | 'present' | 'verified' | 'photos'

/** What is worth a second thought and holds nothing up. */
export function remindersIn(draft: VisitDraft, hasToVerify: boolean): { code: ReminderCode; at: string }[] {
  const all: [boolean, ReminderCode, string][] = [
    [draft.position === null, 'position', at.position],
    [draft.found === 'open' && allNames(draft.present).length === 0, 'present', at.present],
    [hasToVerify && draft.found === 'open' && draft.verified.answer === null, 'verified', at.verified],
    [draft.photos.length === 0, 'photos', at.photos],
  ]
  return all.filter(([is]) => is).map(([, code, place]) => ({ code, at: place }))
}

/** How many items have an answer, of how many. */
export function progressOf(draft: VisitDraft, { checklist, stage }: VisitContext): { done: number; all: number } {
  const items = checklist.groups.flatMap(group => group.items)
  return { done: items.filter(item => resultOf(draft, item, stage) !== null).length, all: items.length }
}
