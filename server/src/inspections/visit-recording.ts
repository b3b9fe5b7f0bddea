import { isDeepStrictEqual } from 'node:util'
import { verificationBody } from '@lvliang/shared/centres/act-rules'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import { findingRecord } from '@lvliang/shared/inspections/finding-rules'
import type { Finding, InspectorList, RecordVisit } from '@lvliang/shared/inspections/visit.schema'
import { checkVisit, visitDay } from '@lvliang/shared/inspections/visit-rules'
import type { RequestEnv } from '../access/request-env.ts'
import type { IssueIndex } from '../ledger/issue-index.ts'
import type { Act, Draft, Turn } from '../ledger/journal.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { KnownVisit, VisitIndex } from '../ledger/visit-index.ts'
import type { Slot } from '../store/programme.repo.ts'
import { refuseFaults, visitConflict } from './visit-refusals.ts'

export interface RecordingDeps {
  ledger: Ledger
  visits: VisitIndex
  issues: IssueIndex
  workdays: Workdays
  checklist: Checklist
  /** Whether there is a photo with an id at a centre. */
  hasPhoto(id: string, centre: string): boolean
}

interface Recording {
  id: string
  asked: RecordVisit
  slot: Slot
  env: RequestEnv
  known: InspectorList['items']
}

interface VisitAt {
  id: string
  date: string
}

/** A visit as the records of one act. */
export function recordingOf(recording: Recording, deps: RecordingDeps): Pick<Act, 'record' | 'settle'> {
  const { slot } = recording
  const at = { countyCode: slot.countyCode, centreCode: slot.code }
  return {
    record: () => {
      refuseOther(recording, deps)
      return { ...visitDraft(recording, deps), ...at } as Draft
    },
    settle: turn => settle(recording, deps, turn).map(draft => ({ ...draft, ...at }) as Draft),
  }
}

/** Said again, a visit names its inspectors as it did at first, whatever became of their accounts. */
function visitDraft({ id, asked, known }: Recording, { visits }: RecordingDeps) {
  const { centre: _, inspectors, verified: __, findings: ___, ...seen } = asked
  const before = visits.find(id)?.record?.body.inspectors ?? []
  const nameOf = (accountId: string) =>
    [...before, ...known].find(each => each.accountId === accountId)?.name ?? accountId
  const body = { ...seen, inspectors: inspectors.map(accountId => ({ accountId, name: nameOf(accountId) })) }
  return { id, kind: 'visitRecorded' as const, date: visitDay(asked), body }
}

function settle({ id, asked, slot, env, known }: Recording, deps: RecordingDeps, { today }: Turn) {
  const { ledger, issues, workdays, checklist, hasPhoto } = deps
  const { code, countyCode } = slot
  const { accountId, principal, county } = env.viewer
  const state = ledger.storedState(code) as CentreState
  const context = {
    countyCode,
    centreCode: code,
    today,
    checklist,
    workdays,
    recorder: { accountId, principal, county },
    issues: state.issues.map(issue => ({ issue, number: issues.numberOf(issue.id) })),
    hasPhoto: (photo: string) => hasPhoto(photo, code),
  }
  refuseFaults(checkVisit({ ...context, asked, state, known }))
  const visit = { id, date: visitDay(asked) }
  return [
    ...verificationDrafts(asked, visit, state),
    ...asked.findings.map(finding => findingRecord(finding, visit, context)),
  ]
}

function verificationDrafts({ verified }: RecordVisit, { id: visitId, date }: VisitAt, state: CentreState) {
  if (verified === undefined) return []
  const body = verificationBody(state, { ...verified, basis: 'verified', checkedOn: date })
  return [{ id: verified.id, kind: 'stageVerified' as const, date, body: { ...body, visitId } }]
}

/** Refuses what has the id of another visit, or of this one with other findings: the record itself holds only what was seen. */
function refuseOther({ id, asked }: Recording, { visits, ledger }: RecordingDeps): void {
  const visit = visits.find(id)
  if (!visit) return
  if (visit.centre !== asked.centre) throw visitConflict(visit)
  if (visit.record && !isSameWhole(visit, asked, { visits, ledger })) throw visitConflict(visit)
}

function isSameWhole(
  visit: KnownVisit,
  { verified, findings }: RecordVisit,
  { visits, ledger }: Pick<RecordingDeps, 'visits' | 'ledger'>,
): boolean {
  const { verification, issues } = visits.companionsOf(visit)
  return (
    verification?.id === verified?.id &&
    (!verified || (verification !== undefined && isSameVerification(verified, verification.body))) &&
    issues.length === findings.length &&
    findings.every(finding => isSameFinding(finding, visit.id, ledger))
  )
}

type Said = Record<string, unknown>

/** Only what was said is compared: what filled the gaps may be another by now. */
const says = (body: Said, said: Said): boolean =>
  Object.entries(said).every(([key, value]) => value === undefined || isDeepStrictEqual(body[key], value))

const isSameVerification = ({ stage, date, disputes, note }: NonNullable<RecordVisit['verified']>, body: Said) =>
  says(body, { stage, recognisedOn: date, disputes }) && (body.note ?? '') === (note ?? '')

function isSameFinding(finding: Finding, visitId: string, ledger: Ledger): boolean {
  const { id, again, title, description, assign, ...said } = finding
  const record = ledger.record(id)
  if (again !== undefined) {
    const { severity, photoIds } = finding
    const note = description || title
    return record?.kind === 'issueMoved' && says(record.body, { issueId: again, visitId, note, severity, photoIds })
  }
  if (record?.kind !== 'issueRaised') return false
  const assigned = assign !== false
  const isSaid = says(record.body, { ...said, title, assigned, visitId })
  return isSaid && (record.body.description ?? '') === (description ?? '') && lacksNothing(finding, record.body)
}

/** What a finding leaves out, its record has not, unless it was a gap to fill. */
const lacksNothing = (finding: Finding, body: Said): boolean =>
  (['item', 'photoIds', 'repeats'] as const).every(key => isDeepStrictEqual(finding[key], body[key]))
