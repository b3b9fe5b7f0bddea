import { readFileSync } from 'node:fs'
import { type Checklist, checklistSchema } from '@lvliang/shared/inspections/checklist.schema'
import { PATHS } from '../paths.ts'

/** What is looked at on a visit, and the settings of inspection, as a year's file states them. */
export const readChecklist = (path: string = PATHS.inspections(2018)): Checklist =>
  checklistSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
