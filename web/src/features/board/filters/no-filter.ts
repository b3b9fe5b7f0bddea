import type { FilterSearch } from '../../../filters/filter-search.ts'

export const NO_FILTER = {
  county: undefined,
  light: undefined,
  stage: undefined,
  verification: undefined,
  gap: undefined,
  issues: undefined,
  priority: undefined,
  located: undefined,
  q: undefined,
} satisfies Partial<FilterSearch>
