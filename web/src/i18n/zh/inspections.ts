import { candidates } from './inspections/candidates.ts'
import { home } from './inspections/home.ts'
import { issue } from './inspections/issue.ts'
import { terms } from './inspections/terms.ts'
import { visit } from './inspections/visit.ts'

export const inspections = { terms, visit, issue, candidates, home } as const
