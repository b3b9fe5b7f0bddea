import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { CentreFilter } from '@lvliang/shared/centres/filter.schema'
import { hasGap } from '@lvliang/shared/centres/gap'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'

type Test = (centre: Centre, state: EvaluatedCentre['state']) => boolean

function byBasis({ stage, basis }: CentreFilter): Test | null {
  if (!stage) return null
  const wanted = new Set<string>(stage)
  return basis === 'verified'
    ? centre => centre.verifiedStage !== null && wanted.has(centre.verifiedStage)
    : centre => wanted.has(centre.stage)
}

function byPlace({ bbox, located }: CentreFilter): Test[] {
  const tests: Test[] = []
  if (located !== undefined) tests.push(centre => (centre.position !== null) === located)
  if (bbox) {
    const [west, south, east, north] = bbox
    tests.push(
      ({ position }) =>
        position !== null &&
        position.lon >= west &&
        position.lon <= east &&
        position.lat >= south &&
        position.lat <= north,
    )
  }
  return tests
}

/** Every word must appear somewhere in the centre's names or codes. */
function byText({ q }: CentreFilter, plan: PlanFile): Test | null {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const counties = new Map(plan.counties.map(({ code, name }) => [code, `${name.zh} ${name.en}`]))
  return ({ code, name, town, village, villageCode, countyCode }) => {
    const text = [code, name, town, village, villageCode, counties.get(countyCode)].join(' ').toLowerCase()
    return words.every(word => text.includes(word))
  }
}

function byValue<K extends 'countyCode' | 'verification'>(key: K, values: readonly Centre[K][] | undefined) {
  if (!values) return null
  const wanted = new Set(values)
  return (centre: Centre) => wanted.has(centre[key])
}

function byLight({ light }: CentreFilter): Test | null {
  if (!light) return null
  const wanted = new Set(light)
  return centre => wanted.has(centre.light.colour)
}

function byIssues({ issues }: CentreFilter): Test | null {
  return issues ? ({ issueCounts }) => issues.some(one => issueCounts[one] > 0) : null
}

function byGap({ gap }: CentreFilter): Test | null {
  return gap ? (_, state) => gap.some(one => hasGap(state, one)) : null
}

function testsOf(filter: CentreFilter, plan: PlanFile): Test[] {
  const { priority } = filter
  return [
    byValue('countyCode', filter.county),
    byBasis(filter),
    byLight(filter),
    byValue('verification', filter.verification),
    byGap(filter),
    byIssues(filter),
    priority === undefined ? null : (centre: Centre) => centre.priority === priority,
    ...byPlace(filter),
    byText(filter, plan),
  ].filter(test => test !== null)
}

/** Whether a filter narrows the slots, and those it leaves. */
export function filterCentres(
  centres: readonly EvaluatedCentre[],
  filter: CentreFilter,
  plan: PlanFile,
): { filtered: boolean; centres: readonly EvaluatedCentre[] } {
  const tests = testsOf(filter, plan)
  if (tests.length === 0) return { filtered: false, centres }
  return { filtered: true, centres: centres.filter(({ centre, state }) => tests.every(test => test(centre, state))) }
}
