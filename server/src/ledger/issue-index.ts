import { foldCounty } from '@lvliang/shared/board/county'
import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { KnownIssue } from '@lvliang/shared/inspections/issue-state'
import type { Ledger, Snapshot } from './ledger.ts'

/** An issue as known at a moment, with its number and where it is. */
export interface FoundIssue {
  issue: KnownIssue
  /** Its place among all ever raised: it never changes. */
  ordinal: number
  /** The same as people say it, e.g. `WT2018-0012`. */
  number: string
  county: string
  /** Null: about the county. */
  centre: { code: string; name: string } | null
}

type Raised = CentreRecord & { kind: 'issueRaised' }

const isRaised = (record: CentreRecord | undefined): record is Raised => record?.kind === 'issueRaised'

/** The issues of all centres and counties, by the records the ledger holds. */
export class IssueIndex {
  readonly #ledger: Ledger
  readonly #ordinals = new Map<string, number>()
  #counted: CentreRecord | undefined
  readonly #bySnapshot = new WeakMap<Snapshot, readonly FoundIssue[]>()
  readonly #byCentre = new WeakMap<EvaluatedCentre, readonly FoundIssue[]>()

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Every issue known at a moment, in the order of entry. */
  at(moment: Moment): readonly FoundIssue[] {
    const snapshot = this.#ledger.snapshot(moment, 'reported')
    const kept = this.#bySnapshot.get(snapshot)
    if (kept) return kept
    const counties = snapshot.programme.plan.counties.map(({ code }) => code)
    const found = [
      ...snapshot.centres.flatMap(centre => this.#ofCentre(centre)),
      ...counties.flatMap(county => this.ofCounty(county, snapshot.moment)),
    ]
    found.sort((a, b) => a.ordinal - b.ordinal)
    this.#bySnapshot.set(snapshot, found)
    return found
  }

  /** One issue; undefined: none with this id is known then. */
  find(id: string, moment: Moment): FoundIssue | undefined {
    const record = this.#ledger.record(id)
    if (!isRaised(record)) return undefined
    const around =
      record.centreCode === null ? this.ofCounty(record.countyCode, moment) : this.ofCentre(record.centreCode, moment)
    return around.find(({ issue }) => issue.id === id)
  }

  /** The issues of a centre, in the order of entry. */
  ofCentre(code: string, moment: Moment): readonly FoundIssue[] {
    const found = this.#ledger.evaluate(code, moment, 'reported')
    return found ? this.#ofCentre(found) : []
  }

  /** Those of a county itself, without its centres'. */
  ofCounty(county: string, moment: Moment): readonly FoundIssue[] {
    const { issues } = foldCounty(this.#ledger.recordsOfCounty(county), moment)
    return issues.map(issue => this.#found(issue, county, null))
  }

  numberOf(id: string): string {
    return this.#numberOf(this.#ordinalOf(id))
  }

  #ofCentre(evaluated: EvaluatedCentre): readonly FoundIssue[] {
    const kept = this.#byCentre.get(evaluated)
    if (kept) return kept
    const { code, name, countyCode } = evaluated.centre
    const found = evaluated.state.issues.map(issue => this.#found(issue, countyCode, { code, name }))
    this.#byCentre.set(evaluated, found)
    return found
  }

  #found(issue: KnownIssue, county: string, centre: FoundIssue['centre']): FoundIssue {
    const ordinal = this.#ordinalOf(issue.id)
    return { issue, ordinal, number: this.#numberOf(ordinal), county, centre }
  }

  #numberOf(ordinal: number): string {
    return `WT${this.#ledger.programme.plan.year}-${String(ordinal).padStart(4, '0')}`
  }

  #ordinalOf(id: string): number {
    this.#count()
    return this.#ordinals.get(id) ?? this.#ordinals.size + this.#ordinalAhead(id)
  }

  /** Takes in what was entered since; an act that could not be stored has all counted anew. */
  #count(): void {
    if (this.#counted !== undefined && this.#ledger.record(this.#counted.id) !== this.#counted) {
      this.#ordinals.clear()
      this.#counted = undefined
    }
    if (this.#ledger.last.seq === (this.#counted?.seq ?? 0)) return
    for (const record of this.#ledger.recordsAfter(this.#counted?.seq ?? 0)) {
      if (isRaised(record)) this.#ordinals.set(record.id, this.#ordinals.size + 1)
      this.#counted = record
    }
  }

  /** The place of an issue of the demonstration's days ahead, among those. */
  #ordinalAhead(id: string): number {
    const ahead = this.#ledger.outlook.filter(({ kind }) => kind === 'issueRaised')
    return ahead.findIndex(record => record.id === id) + 1
  }
}
