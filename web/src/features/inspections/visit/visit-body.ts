import type { CheckItem } from '@lvliang/shared/inspections/checklist.schema'
import type { RecordVisit } from '@lvliang/shared/inspections/visit.schema'
import {
  allNames,
  type DraftFinding,
  isChecked,
  photosOf,
  plateOf,
  resultOf,
  standingFindings,
  type VisitDraft,
} from './visit-draft.ts'
import type { VisitContext } from './visit-missing.ts'

/** The instant of a time of day in Asia/Shanghai: `2018-07-31`, `09:30` → `2018-07-31T01:30:00.000Z`. */
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00.000+08:00`).toISOString()

/** A text as it is sent: nothing where nothing was written. */
const stated = <K extends string>(name: K, value: string) =>
  (value.trim() === '' ? {} : { [name]: value.trim() }) as { [N in K]?: string }

const photoIds = (draft: VisitDraft, of: string) => {
  const ids = photosOf(draft, of).map(({ id }) => id)
  return ids.length === 0 ? {} : { photoIds: ids }
}

function checkedItem(draft: VisitDraft, { id, from }: CheckItem, { stage }: VisitContext): RecordVisit['items'] {
  const result = resultOf(draft, { id, from }, stage)
  if (result === null) return []
  const note = result === 'fail' ? '' : (draft.checks[id]?.note ?? '')
  return [{ item: id, result, ...stated('note', note), ...photoIds(draft, id) }]
}

function findingBody(
  draft: VisitDraft,
  finding: DraftFinding,
  { checklist }: VisitContext,
): RecordVisit['findings'][number] {
  const { id, item, severity, title, description, dueOn, assign, again, repeats } = finding
  const group = checklist.groups.find(({ items }) => items.some(each => each.id === item))
  const said = { id, severity, title: title.trim(), ...stated('description', description) }
  const about = { ...(item === null ? {} : { item }), ...photoIds(draft, item ?? id) }
  if (again !== null) return { ...said, ...about, again }
  return {
    ...said,
    ...about,
    assign,
    ...(group?.safety ? { safety: true } : {}),
    ...stated('dueOn', dueOn),
    ...(repeats === null ? {} : { repeats }),
  }
}

function verifiedBody({ verified }: VisitDraft): Pick<RecordVisit, 'verified'> {
  const { id, stage, answer, day, note } = verified
  if (answer === null) return {}
  const date = answer === 'agrees' ? {} : { date: answer === 'notReached' ? null : day }
  return { verified: { id, stage, ...date, ...stated('note', note) } }
}

/** What is sent of a draft that lacks nothing; the same draft gives the same. */
export function visitBody(draft: VisitDraft, context: VisitContext): RecordVisit {
  const items = context.checklist.groups.flatMap(group => group.items)
  const companions = allNames(draft.companions)
  return {
    centre: draft.centre,
    kind: draft.kind,
    inspectors: [...draft.inspectors],
    ...(companions.length === 0 ? {} : { companions }),
    arrivedAt: instantOf(draft.day, draft.arrived),
    leftAt: instantOf(draft.day, draft.left),
    position: draft.position,
    present: allNames(draft.present),
    found: draft.found ?? 'open',
    checklist: context.checklist.version,
    items: isChecked(draft) ? items.flatMap(item => checkedItem(draft, item, context)) : [],
    plate: plateOf(draft, context.stage) ?? 'notYet',
    ...stated('notes', draft.notes),
    ...photoIds(draft, ''),
    ...verifiedBody(draft),
    findings: standingFindings(draft).map(finding => findingBody(draft, finding, context)),
  }
}
