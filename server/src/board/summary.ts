import { foldCounty, lastEntryOn, reportingStatus, unsplitFen } from '@lvliang/shared/board/county'
import { type CountyFacts, groupByCounty, summarise } from '@lvliang/shared/board/summarise'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { CentreFilter } from '@lvliang/shared/centres/filter.schema'
import { countIssues } from '@lvliang/shared/inspections/issue-state'
import type { Ledger, Snapshot } from '../ledger/ledger.ts'
import { selectCentres } from '../ledger/select-centres.ts'
import type { Reader } from '../reader.ts'

function* recordsAbout(ledger: Ledger, county: string, codes: readonly string[]) {
  yield* ledger.recordsOfCounty(county)
  for (const code of codes) yield* ledger.recordsOfCentre(code)
}

/** What each county adds to the sum of its slots, filters or not. Where no month was ever signed, none is missing. */
function countyFacts({ ledger, workdays }: Reader, { moment, centres, programme }: Snapshot): Map<string, CountyFacts> {
  const byCounty = groupByCounty(centres)
  const counties = programme.plan.counties.map(({ code }) => ({
    code,
    county: foldCounty(ledger.recordsOfCounty(code), moment),
    own: byCounty.get(code) ?? [],
  }))
  const signing = counties.some(({ county }) => county.signatures.size > 0)
  const entries = counties.map(({ code, county, own }): [string, CountyFacts] => {
    const codes = own.map(({ centre }) => centre.code)
    const states = own.map(({ state }) => state)
    const facts = {
      unsplitFen: unsplitFen(county, states),
      lastEntryOn: lastEntryOn(recordsAbout(ledger, code, codes), moment),
      issueCounts: countIssues(county.issues, moment.asOf),
      reporting: signing ? reportingStatus(county, moment.asOf, workdays) : null,
    }
    return [code, facts]
  })
  return new Map(entries)
}

/** The board's numbers over the slots a filter leaves. */
export function summaryAnswer(reader: Reader, filter: CentreFilter): Summary {
  const { snapshot, centres, filtered } = selectCentres(reader, filter)
  return summarise({
    plan: snapshot.programme.plan,
    centres,
    counties: countyFacts(reader, snapshot),
    asOf: snapshot.moment.asOf,
    basis: snapshot.basis,
    scheduledPercent: snapshot.evaluation.schedule.all,
    filtered,
  })
}
