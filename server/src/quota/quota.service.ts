import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { MoveQuota, QuotaMoved } from '@lvliang/shared/quota/quota.schema'
import { actorOf } from '../access/actor.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Db } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import type { Journal, Turn } from '../ledger/journal.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { appendAudit } from '../store/append-audit.ts'
import { insertPlan, type NewSlot, type Slot } from '../store/programme.repo.ts'
import { writeAllState } from '../store/rebuild-state.ts'
import { findMove, findSlotsOfMove, insertMove, retireSlots } from './quota.repo.ts'

interface QuotaDeps {
  db: Db
  ledger: Ledger
  journal: Journal
}

const broken = (pointer: string, code: string, message: string) =>
  new DomainError('ruleBroken', message, [{ pointer, code, message }])

/** Moves quota between counties: empty slots go, as many come elsewhere under new codes, known from that instant on. */
export class QuotaMoves {
  readonly #deps: QuotaDeps

  constructor(deps: QuotaDeps) {
    this.#deps = deps
  }

  async move(env: RequestEnv, asked: MoveQuota): Promise<QuotaMoved & { isNew: boolean }> {
    return this.#deps.journal.reshape(async turn => {
      const stored = await findMove(this.#deps.db, asked.id)
      if (stored) return { ...(await this.#repeated(stored, asked)), isNew: false }
      return { ...(await this.#append(env, asked, turn)), isNew: true }
    })
  }

  async #repeated(stored: MoveQuota & { movedAt: string }, asked: MoveQuota): Promise<QuotaMoved> {
    const same = (['fromCounty', 'toCounty', 'slots', 'reason'] as const).every(key => stored[key] === asked[key])
    if (!same) {
      throw new DomainError('recordConflict', '同一编号的调剂内容不同。 / A move with the same id says something else.')
    }
    const { retired, added } = await findSlotsOfMove(this.#deps.db, stored.movedAt)
    return { id: asked.id, retired, added, quotas: quotasOf(this.#deps.ledger.programmeAt(stored.movedAt).plan) }
  }

  async #append(env: RequestEnv, asked: MoveQuota, { recordedAt }: Turn): Promise<QuotaMoved> {
    const { db, ledger } = this.#deps
    const { plan, policy, slots } = ledger.programme
    this.#refuseUnknown(asked, plan)
    const retired = this.#idle(asked)
    const added = newSlots(plan, asked, await lastOrdinal(db))
    const moved = movedPlan(plan, asked)
    await db.transaction().execute(async trx => {
      await retireSlots(trx, retired, recordedAt)
      await insertPlan(trx, { plan: moved, policy, addedAt: recordedAt, newSlots: added })
      await insertMove(trx, { ...asked, movedAt: recordedAt, accountId: env.viewer.accountId })
      await writeAllState(trx)
      await appendAudit(trx, {
        at: recordedAt,
        actor: actorOf(env),
        operation: 'moveQuota',
        subject: `quota/${asked.id}`,
        before: { quotas: quotasOf(plan), slots: slots.length },
        after: { ...asked, quotas: quotasOf(moved), retired, added: added.map(({ code }) => code) },
      })
    })
    return { id: asked.id, retired, added: added.map(({ code }) => code), quotas: quotasOf(moved) }
  }

  #refuseUnknown({ fromCounty, toCounty }: MoveQuota, plan: PlanFile): void {
    for (const [pointer, code] of Object.entries({ '/fromCounty': fromCounty, '/toCounty': toCounty })) {
      if (plan.counties.some(county => county.code === code)) continue
      throw broken(pointer, 'countyUnknown', `没有代码为 ${code} 的县（市、区）。 / There is no county ${code}.`)
    }
    if (fromCounty === toCounty)
      throw broken('/toCounty', 'sameCounty', '调出县与调入县相同。 / The counties are the same.')
  }

  /** The last slots of a county of which nothing was ever filed. */
  #idle({ fromCounty, slots }: MoveQuota): string[] {
    const { ledger } = this.#deps
    const idle = ledger.slotsOf(fromCounty).filter(({ code }) => ledger.storedOfCentre(code).length === 0)
    if (idle.length < slots) {
      const message = `只有 ${idle.length} 个名额尚无任何填报，可以调出。 / Only ${idle.length} slots have nothing filed and can go.`
      throw broken('/slots', 'slotsInUse', message)
    }
    return idle.slice(-slots).map(({ code }) => code)
  }
}

const quotasOf = ({ counties }: PlanFile) => Object.fromEntries(counties.map(({ code, quota }) => [code, quota]))

function movedPlan(plan: PlanFile, { fromCounty, toCounty, slots }: MoveQuota): PlanFile {
  const change = new Map([
    [fromCounty, -slots],
    [toCounty, slots],
  ])
  return {
    ...plan,
    counties: plan.counties.map(county => ({ ...county, quota: county.quota + (change.get(county.code) ?? 0) })),
  }
}

function newSlots(
  { codePrefix }: PlanFile,
  { toCounty, slots }: MoveQuota,
  last: Pick<Slot, 'code' | 'ordinal'>,
): NewSlot[] {
  const width = last.code.length - codePrefix.length - 1
  return Array.from({ length: slots }, (_, i) => {
    const ordinal = last.ordinal + 1 + i
    return { code: `${codePrefix}-${String(ordinal).padStart(width, '0')}`, countyCode: toCounty, ordinal }
  })
}

async function lastOrdinal(db: Db): Promise<Pick<Slot, 'code' | 'ordinal'>> {
  return db
    .selectFrom('centre')
    .select(['code', 'ordinal'])
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
