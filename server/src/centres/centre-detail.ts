import type { Basis } from '@lvliang/shared/centres/centre.schema'
import {
  type CentreDetail,
  FUND_KIND_FIELDS,
  type FundTotals,
  type HistoryEntry,
} from '@lvliang/shared/centres/centre.schema'
import type { Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type CentreState, fundCell } from '@lvliang/shared/centres/state'
import { latestSafeStart } from '@lvliang/shared/milestones/forecast'
import { FUND_KINDS, type PlanFile } from '@lvliang/shared/plan/plan.schema'
import { stageOrder } from '@lvliang/shared/plan/stage'
import type { Viewer } from '../access/viewer.ts'
import { issueAnswer } from '../ledger/issue-answer.ts'
import { photosFor } from '../ledger/photos-for.ts'
import { maskRecord } from '../lib/mask.ts'
import type { Reader } from '../reader.ts'
import { centreSheet } from './centre-sheet.ts'
import { lightHistory } from './light-history.ts'

function fundLines(state: CentreState, plan: PlanFile): CentreDetail['fundLines'] {
  return plan.fundingSources.map(({ id, amountFen }) => {
    const totals = Object.fromEntries(
      FUND_KINDS.map(kind => [FUND_KIND_FIELDS[kind], state.funds[fundCell(id, kind)] ?? 0]),
    ) as Omit<FundTotals, 'plannedFen'>
    return { source: id, plannedFen: amountFen, ...totals }
  })
}

function overlays(state: CentreState): CentreDetail['overlays'] {
  return [
    ...state.suspensions.map(({ from, to, reason }) => ({ kind: 'suspended' as const, from, to, reason })),
    ...state.relocations.map(({ requestedOn, agreedOn, declinedOn, reason }) => ({
      kind: 'relocating' as const,
      from: requestedOn,
      to: agreedOn ?? declinedOn,
      reason,
    })),
  ]
}

const isKnown = (record: CentreRecord, { asOf, knownAt }: Moment) => record.recordedAt <= knownAt && record.date <= asOf

function history(known: readonly CentreRecord[], withPhones: boolean): HistoryEntry[] {
  return known
    .map(({ id, kind, date, recordedAt, recordedBy, origin, body }) => ({
      id,
      kind,
      date,
      recordedAt,
      recordedBy,
      origin,
      body: withPhones ? { ...body } : maskRecord(body),
    }))
    .reverse()
}

export interface DetailRequest {
  code: string
  moment: Moment
  basis: Basis
  viewer: Viewer
  /** Whether whoever asks reads the county's telephone numbers in full. */
  seesPhones: (countyCode: string) => boolean
}

/** The whole story of one centre at a moment; null where the plan has no such slot. */
export function centreDetail(
  { ledger, evidence, issues, visits }: Pick<Reader, 'ledger' | 'evidence' | 'issues' | 'visits'>,
  { code, moment, basis, viewer, seesPhones }: DetailRequest,
): CentreDetail | null {
  const found = ledger.evaluate(code, moment, basis)
  if (!found) return null
  const { centre, state } = found
  const { plan, policy } = ledger.programmeAt(moment.knownAt)
  const known = ledger.recordsOfCentre(code).filter(record => isKnown(record, moment))
  const ofCounty = ledger.recordsOfCounty(centre.countyCode).filter(record => isKnown(record, moment))
  const withPhones = seesPhones(centre.countyCode)
  return {
    ...centreSheet(found, withPhones),
    fundLines: fundLines(state, plan),
    overlays: overlays(state),
    latestSafeStart:
      stageOrder(state.stage) < stageOrder('started')
        ? latestSafeStart(centre.milestones.mainStructure.due, policy)
        : null,
    lightHistory: lightHistory(ledger, code, moment),
    history: history(known, withPhones),
    documents: evidence.documentsOf(code, moment.knownAt),
    photos: photosFor(viewer, evidence.photosOf(code, moment.knownAt, state), [...known, ...ofCounty]),
    visits: visits.ofCentre(code, moment, viewer),
    issues: issues.ofCentre(code, moment).map(issue => issueAnswer(issue, viewer, moment.asOf)),
    asOf: moment.asOf,
  }
}
