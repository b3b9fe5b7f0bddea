import type { Db } from '../db/tables.ts'
import { listOf } from '../lib/list-of.ts'
import {
  listVisitCancellations,
  listVisitPlans,
  type VisitCancellation,
  type VisitPlan,
} from '../store/visit-plans.repo.ts'

/** Visits planned and cancelled, in memory. Who may know of one is said where visits are read. */
export class VisitPlanIndex {
  readonly #byId = new Map<string, VisitPlan>()
  readonly #byCentre = new Map<string, VisitPlan[]>()
  readonly #cancellations = new Map<string, VisitCancellation>()
  readonly #cancelled = new Map<string, VisitCancellation>()

  static async load(db: Db): Promise<VisitPlanIndex> {
    const index = new VisitPlanIndex()
    for (const plan of await listVisitPlans(db)) index.add(plan)
    for (const cancellation of await listVisitCancellations(db)) index.cancel(cancellation)
    return index
  }

  /** Changes with every entry. */
  get version(): string {
    return `${this.sizes.plans}.${this.sizes.cancellations}`
  }

  get sizes(): { plans: number; cancellations: number } {
    return { plans: this.#byId.size, cancellations: this.#cancellations.size }
  }

  /** Takes in what has been stored. */
  add(plan: VisitPlan): void {
    this.#byId.set(plan.id, plan)
    listOf(this.#byCentre, plan.centreCode).push(plan)
  }

  cancel(cancellation: VisitCancellation): void {
    this.#cancellations.set(cancellation.id, cancellation)
    this.#cancelled.set(cancellation.visitId, cancellation)
  }

  find(id: string): VisitPlan | undefined {
    return this.#byId.get(id)
  }

  cancellation(id: string): VisitCancellation | undefined {
    return this.#cancellations.get(id)
  }

  /** The cancellation of a visit. */
  cancellationOf(visitId: string): VisitCancellation | undefined {
    return this.#cancelled.get(visitId)
  }

  all(): Iterable<VisitPlan> {
    return this.#byId.values()
  }

  ofCentre(code: string): readonly VisitPlan[] {
    return this.#byCentre.get(code) ?? []
  }
}
