import { CentrePage } from '../features/centres/centre.page.tsx'
import { CentreInspection } from '../features/inspections/centre/centre-inspection.tsx'

/** A centre with what inspection knows of it. */
export function CentreRoute() {
  return <CentrePage Inspection={CentreInspection} />
}
