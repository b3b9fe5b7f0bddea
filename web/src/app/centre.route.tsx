import { CentrePage } from '../features/centres/centre.page.tsx'
import type { CentreProps } from '../features/centres/centre-story.tsx'
import { CentreInspection } from '../features/inspections/centre/centre-inspection.tsx'
import { NewFinding } from '../features/inspections/issues/raise/new-finding.tsx'

const Raise = ({ centre, plan }: CentreProps) => (
  <NewFinding plan={plan} place={{ county: centre.countyCode, centre: centre.code }} name={centre.name} />
)

/** A centre with what inspection knows of it, and the way to note an issue or give an order there. */
export function CentreRoute() {
  return <CentrePage Inspection={CentreInspection} Raise={Raise} />
}
