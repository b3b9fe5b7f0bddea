import { type CheckContext, countyParams, type SlotPlace } from './check-context.ts'
import { townKey, villageKey } from './names.ts'
import { type Problem, problemAt } from './problem.ts'
import type { RegisterRow } from './read-register.ts'

export interface Assignment {
  codes: Map<RegisterRow, string>
  /** Slots neither the store nor the plan has, in the order of their codes. */
  newSlots: SlotPlace[]
  problems: Problem[]
}

/** A place for comparison: county, township and village. */
export const placeKey = (countyCode: string, town: string | null | undefined, village: string) =>
  `${countyCode}|${townKey(town ?? '')}|${villageKey(village)}`

/**
 * Gives every row its slot: the code it states; else the slot that already holds its village, so that loading a file
 * twice changes nothing; else the county's next free slot; else a new one.
 */
export function assignSlots(rows: readonly RegisterRow[], context: CheckContext): Assignment {
  const assigner = new Assigner(rows, context)
  return assigner.assign()
}

class Assigner {
  readonly #rows: readonly RegisterRow[]
  readonly #context: CheckContext
  readonly #countyOf: Map<string, string>
  readonly #claimed = new Map<string, RegisterRow>()
  readonly #codes = new Map<RegisterRow, string>()
  readonly #newSlots: SlotPlace[] = []
  readonly #overQuota = new Set<RegisterRow>()
  readonly #problems: Problem[] = []

  constructor(rows: readonly RegisterRow[], context: CheckContext) {
    this.#rows = rows
    this.#context = context
    const slots = [...(context.plannedSlots ?? []), ...context.stored.values()]
    this.#countyOf = new Map(slots.map(({ code, countyCode }) => [code, countyCode]))
  }

  assign(): Assignment {
    this.#quotas()
    for (const row of this.#rows) if (row.code !== undefined) this.#byCode(row, row.code)
    const uncoded = this.#rows.filter(row => row.code === undefined && row.countyCode !== undefined)
    const homeless = this.#byVillage(uncoded)
    for (const row of this.#byNextFree(homeless)) this.#open(row, this.#nextCode())
    this.#newSlots.sort((a, b) => (a.code < b.code ? -1 : 1))
    return { codes: this.#codes, newSlots: this.#newSlots, problems: this.#problems }
  }

  #claim(row: RegisterRow, code: string) {
    this.#claimed.set(code, row)
    this.#codes.set(row, code)
  }

  #open(row: RegisterRow, code: string) {
    this.#claim(row, code)
    this.#newSlots.push({ code, countyCode: row.countyCode as string })
  }

  /** A given plan's quotas bind; without one the register makes them. */
  #quotas() {
    const { plannedSlots } = this.#context
    if (plannedSlots === null) return
    const counts = new Map<string, number>()
    for (const row of this.#rows) {
      if (row.countyCode === undefined) continue
      const nth = (counts.get(row.countyCode) ?? 0) + 1
      counts.set(row.countyCode, nth)
      const quota = plannedSlots.filter(slot => slot.countyCode === row.countyCode).length
      if (nth > quota) this.#doubtQuota(row, { quota, nth })
    }
  }

  #byCode(row: RegisterRow, code: string) {
    const place = row.placeOf('code')
    const other = this.#claimed.get(code)
    if (other !== undefined) {
      this.#problems.push(problemAt(place, 'duplicateCode', { other: other.row }))
      return
    }
    if (row.countyCode === undefined) {
      this.#claimed.set(code, row)
      return
    }
    const owner = this.#countyOf.get(code)
    if (owner === row.countyCode) return this.#claim(row, code)
    if (owner !== undefined) {
      const right = this.#codesOf(row.countyCode)
      this.#problems.push(problemAt(place, 'codeOtherCounty', { ...countyParams(this.#context.plan, owner), right }))
      return
    }
    if (this.#context.plannedSlots !== null && !this.#overQuota.has(row)) {
      this.#problems.push(problemAt(place, 'codeNotInPlan', { right: this.#codesOf(row.countyCode) }))
      return
    }
    this.#open(row, code)
  }

  #doubtQuota(row: RegisterRow, counts: { quota: number; nth: number }) {
    const county = countyParams(this.#context.plan, row.countyCode ?? '')
    this.#overQuota.add(row)
    this.#problems.push(problemAt(row.placeOf('county'), 'overQuota', { ...county, ...counts }))
  }

  #codesOf(countyCode: string): string {
    const codes = [...this.#countyOf].filter(([, county]) => county === countyCode).map(([code]) => code)
    const shown = codes.length > 6 ? [...codes.slice(0, 5), '…', codes.at(-1)] : codes
    return shown.length > 0 ? shown.join('、') : countyParams(this.#context.plan, countyCode).county
  }

  #byVillage(rows: readonly RegisterRow[]): RegisterRow[] {
    const byVillageCode = new Map<string, string>()
    const byPlace = new Map<string, string[]>()
    for (const { code, countyCode, town, village, villageCode } of this.#context.stored.values()) {
      if (this.#claimed.has(code) || village === null) continue
      if (villageCode !== null) byVillageCode.set(villageCode, code)
      const key = placeKey(countyCode, town, village)
      byPlace.set(key, [...(byPlace.get(key) ?? []), code])
    }
    return rows.filter(row => {
      const { village, town } = row.texts
      if (village === undefined) return false
      const known = row.villageCode === undefined ? undefined : byVillageCode.get(row.villageCode)
      const same = byPlace.get(placeKey(row.countyCode as string, town, village)) ?? []
      const code = [known, ...same].find(
        found => found !== undefined && !this.#claimed.has(found) && this.#countyOf.get(found) === row.countyCode,
      )
      if (code !== undefined) this.#claim(row, code)
      return code === undefined
    })
  }

  /** New codes are given county by county, as a plan numbers its slots. */
  #byNextFree(rows: readonly RegisterRow[]): RegisterRow[] {
    const free = new Map<string, string[]>()
    for (const [code, county] of [...this.#countyOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (this.#claimed.has(code) || (this.#context.stored.get(code)?.village ?? null) !== null) continue
      free.set(county, [...(free.get(county) ?? []), code])
    }
    const left = rows.filter(row => {
      const code = free.get(row.countyCode as string)?.shift()
      if (code !== undefined) this.#claim(row, code)
      return code === undefined
    })
    for (const row of left) this.#noneFree(row)
    return left.sort((a, b) =>
      (a.countyCode as string) < (b.countyCode as string) ? -1 : a.countyCode === b.countyCode ? a.row - b.row : 1,
    )
  }

  /** The store may hold centres of the county that this file does not repeat: they fill the quota too. */
  #noneFree(row: RegisterRow) {
    const { plannedSlots } = this.#context
    if (plannedSlots === null || this.#overQuota.has(row)) return
    const quota = plannedSlots.filter(slot => slot.countyCode === row.countyCode).length
    this.#doubtQuota(row, { quota, nth: quota + 1 })
  }

  #last = 0
  #width = 0

  #nextCode(): string {
    const { codePrefix } = this.#context.plan
    if (this.#last === 0) {
      const numbers = [...this.#countyOf.keys(), ...this.#claimed.keys()].map(code => code.slice(codePrefix.length + 1))
      this.#last = numbers.reduce((most, number) => Math.max(most, Number(number) || 0), 0)
      const needed = String(this.#last + this.#rows.length).length
      this.#width = numbers.reduce(
        (most, { length }) => Math.max(most, length),
        Math.max(3, numbers.length > 0 ? 3 : needed),
      )
    }
    this.#last += 1
    return `${codePrefix}-${String(this.#last).padStart(this.#width, '0')}`
  }
}
