import { FilterBar } from '../features/board/filters/filter-bar.tsx'
import { type CentreFiltersProps, CentresPage } from '../features/centres/centres.page.tsx'

const Filters = ({ plan, total, filter, onFilter }: CentreFiltersProps) => (
  <FilterBar plan={plan} left={total} filter={filter} onFilter={onFilter} />
)

/** The list with the same filter bar as the board. */
export function CentresRoute() {
  return <CentresPage Filters={Filters} />
}
