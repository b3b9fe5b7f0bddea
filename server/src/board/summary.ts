import { type CountyState, foldCounty, lastEntryOn, reportingStatus, unsplitFen } from '@lvliang/shared/board/county'
import { type CountyFacts, summarise } from '@lvliang/shared/board/summarise'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { CentreFilter } from '@lvliang/shared/centres/filter.schema'
import { selectCentres } from '../centres/list-centres.ts'
import type { Ledger, Snapshot } from '../ledger/ledger.ts'
import type { Reader } from '../reader.ts'

function* recordsAbout(ledger: Ledger, county: string, codes: readonly string[]) {
  yield* ledger.recordsOfCounty(county)
  for (const code of codes) yield* ledger.recordsOfCentre(code)
}

/** What each county adds to the sum of its slots, filters or not. */
function countyFacts({ ledger, workdays }: Reader, { moment, centres }: Snapshot): Map<string, CountyFacts> {
  const facts = new Map<string, CountyFacts>()
  for (const { code } of ledger.programme.plan.counties) {
    const own = centres.filter(({ centre }) => centre.countyCode === code)
    const county: CountyState = foldCounty(ledger.recordsOfCounty(code), moment)
    const codes = own.map(({ centre }) => centre.code)
    facts.set(code, {
      unsplitFen: unsplitFen(
        county,
        own.map(({ state }) => state),
      ),
      lastEntryOn: lastEntryOn(recordsAbout(ledger, code, codes), moment),
      reporting: reportingStatus(county, moment.asOf, workdays),
    })
  }
  return facts
}

/** The board's numbers over the slots a filter leaves. */
export function summaryAnswer(reader: Reader, filter: CentreFilter): Summary {
  const { snapshot, centres, filtered } = selectCentres(reader, filter)
  return summarise({
    plan: reader.ledger.programme.plan,
    centres,
    counties: countyFacts(reader, snapshot),
    asOf: snapshot.moment.asOf,
    basis: snapshot.basis,
    scheduledPercent: snapshot.evaluation.schedule.all,
    filtered,
  })
}
