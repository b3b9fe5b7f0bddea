import type { Translation } from '../../translation.ts'
import type { issue as zh } from '../../zh/inspections/issue.ts'

export const issue: Translation<typeof zh> = {}
