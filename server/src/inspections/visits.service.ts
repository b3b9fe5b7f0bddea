import type { InspectorList, PlanVisit, RecordVisit, VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import { checkPlan } from '@lvliang/shared/inspections/visit-rules'
import { actorOf } from '../access/actor.ts'
import { refusal } from '../access/decide.ts'
import { officeOf } from '../access/office.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Transact } from '../db/at-once.ts'
import type { Store } from '../db/open.ts'
import type { Journal } from '../ledger/journal.ts'
import { resolveMoment, type Times } from '../ledger/times.ts'
import type { VisitPlanIndex } from '../ledger/visit-plan-index.ts'
import { type AuditAct, appendAuditAtOnce } from '../store/append-audit.ts'
import type { Slot } from '../store/programme.repo.ts'
import { cancellationInserts, type NamedInspector, planInserts, type VisitPlan } from '../store/visit-plans.repo.ts'
import { type RecordingDeps, recordingOf } from './visit-recording.ts'
import { centreUnknown, refuseFaults, visitConflict, visitUnknown } from './visit-refusals.ts'

export interface VisitsDeps extends RecordingDeps {
  store: Store
  journal: Journal
  plans: VisitPlanIndex
  times: Times
  /** Whom a visit may name. */
  inspectors(): Promise<InspectorList['items']>
}

export interface VisitDone {
  isNew: boolean
  visit: VisitDetail
}

const named = (ids: readonly string[], known: InspectorList['items']): NamedInspector[] =>
  ids.map(accountId => ({ accountId, name: known.find(each => each.accountId === accountId)?.name ?? accountId }))

const sameTeam = (plan: VisitPlan, ids: readonly string[]) =>
  plan.inspectors.map(({ accountId }) => accountId).join() === ids.join()

const isSamePlan = (plan: VisitPlan, asked: PlanVisit): boolean =>
  plan.centreCode === asked.centre &&
  plan.kind === asked.kind &&
  plan.plannedOn === asked.plannedOn &&
  plan.note === (asked.note || null) &&
  sameTeam(plan, asked.inspectors)

const RECORDED = {
  pointer: '',
  code: 'visitRecorded',
  message: '督查已记录，不能取消。 / It was made and cannot be called off.',
}

/** Visits as people plan them, call them off and record them. */
export class Visits {
  readonly #deps: VisitsDeps

  constructor(deps: VisitsDeps) {
    this.#deps = deps
  }

  async plan(env: RequestEnv, asked: PlanVisit): Promise<VisitDone> {
    const known = await this.#deps.inspectors()
    const isNew = await this.#deps.store.atOnce(transact => this.#enterPlan(env, asked, known, transact))
    return { isNew, visit: this.#detail(env, asked.id) }
  }

  async cancel(env: RequestEnv, visitId: string, asked: { id: string; reason: string }): Promise<VisitDone> {
    const isNew = await this.#deps.store.atOnce(transact => this.#enterCancellation(env, visitId, asked, transact))
    return { isNew, visit: this.#detail(env, visitId) }
  }

  /** The whole of a visit in one act, with what it verified and the issues it found. */
  async record(env: RequestEnv, id: string, asked: RecordVisit): Promise<VisitDone> {
    const known = await this.#deps.inspectors()
    const slot = this.#slot(asked.centre)
    const { isNew } = await this.#deps.journal.enter({
      env,
      operation: 'recordVisit',
      subject: `visit/${id}`,
      ...recordingOf({ id, asked, slot, env, known }, this.#deps),
    })
    return { isNew, visit: this.#detail(env, id) }
  }

  /** Nothing is entered between what is found here and what is stored. */
  #enterPlan(env: RequestEnv, asked: PlanVisit, known: InspectorList['items'], transact: Transact): boolean {
    const { store, plans, visits, ledger, times } = this.#deps
    const { countyCode } = this.#slot(asked.centre)
    const stored = plans.find(asked.id)
    if (stored && isSamePlan(stored, asked)) return false
    const made = visits.find(asked.id)
    if (stored || (made ? made.centre !== asked.centre : ledger.record(asked.id))) throw visitConflict(stored)
    refuseFaults(checkPlan({ asked, known, countyCode, today: times.today(), isMade: made !== undefined }))
    const after = this.#planned(env, asked, { countyCode, known })
    const plan = { ...after, seq: plans.sizes.plans + 1 }
    const audit = this.#audit(env, 'planVisit', { at: plan.plannedAt, visitId: plan.id, after })
    transact(run => {
      for (const query of planInserts(store.db, plan)) run(query)
      appendAuditAtOnce(run, store.db, [audit])
    })
    plans.add(plan)
    return true
  }

  #planned(
    { viewer }: RequestEnv,
    { id, centre, kind, plannedOn, inspectors, note }: PlanVisit,
    { countyCode, known }: { countyCode: string; known: InspectorList['items'] },
  ): Omit<VisitPlan, 'seq'> {
    const { ledger, times } = this.#deps
    return {
      id,
      centreCode: centre,
      countyCode,
      kind,
      plannedOn,
      inspectors: named(inspectors, known),
      note: note || null,
      plannedAt: times.entryInstant(),
      plannedBy: officeOf(viewer, ledger.programme.plan),
      accountId: viewer.accountId,
    }
  }

  #enterCancellation(
    env: RequestEnv,
    visitId: string,
    { id, reason }: { id: string; reason: string },
    transact: Transact,
  ): boolean {
    const { store, plans, visits, ledger, times } = this.#deps
    const visit = visits.find(visitId)
    if (!visit) throw visitUnknown()
    this.#refuseStranger(env, visit.plan)
    const stored = plans.cancellation(id)
    if (stored && stored.visitId === visitId && stored.reason === reason) return false
    if (stored || visit.cancellation) throw visitConflict(stored ?? visit.cancellation ?? undefined)
    if (visit.record) refuseFaults([RECORDED])
    const cancellation = {
      seq: plans.sizes.cancellations + 1,
      id,
      visitId,
      reason,
      cancelledAt: times.entryInstant(),
      cancelledBy: officeOf(env.viewer, ledger.programme.plan),
      accountId: env.viewer.accountId,
    }
    const audit = this.#audit(env, 'cancelVisit', { at: cancellation.cancelledAt, visitId, after: { id, reason } })
    transact(run => {
      for (const query of cancellationInserts(store.db, cancellation)) run(query)
      appendAuditAtOnce(run, store.db, [audit])
    })
    plans.cancel(cancellation)
    return true
  }

  /** Its planner, one of its inspectors, or the city office. */
  #refuseStranger({ viewer }: RequestEnv, plan: VisitPlan | null): void {
    const { accountId, role } = viewer
    const isOfTeam = plan?.inspectors.some(inspector => inspector.accountId === accountId)
    if (role !== 'cityOffice' && plan?.accountId !== accountId && !isOfTeam) throw refusal('forbidden')
  }

  #audit(
    env: RequestEnv,
    operation: 'planVisit' | 'cancelVisit',
    { at, visitId, after }: { at: string; visitId: string; after: unknown },
  ): AuditAct {
    return { at, actor: actorOf(env), operation, subject: `visit/${visitId}`, after }
  }

  #slot(code: string): Slot {
    const slot = this.#deps.ledger.slot(code)
    if (!slot) throw centreUnknown(code)
    return slot
  }

  #detail({ viewer }: RequestEnv, id: string): VisitDetail {
    const { visits, times } = this.#deps
    const visit = visits.detail(id, resolveMoment(times, {}), viewer)
    if (!visit) throw visitUnknown()
    return visit
  }
}
