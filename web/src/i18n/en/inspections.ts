import type { Translation } from '../translation.ts'
import type { inspections as zh } from '../zh/inspections.ts'
import { candidates } from './inspections/candidates.ts'
import { home } from './inspections/home.ts'
import { issue } from './inspections/issue.ts'
import { terms } from './inspections/terms.ts'
import { visit } from './inspections/visit.ts'

export const inspections: Translation<typeof zh> = { terms, visit, issue, candidates, home }
