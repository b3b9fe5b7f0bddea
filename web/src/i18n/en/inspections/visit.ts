import type { Translation } from '../../translation.ts'
import type { visit as zh } from '../../zh/inspections/visit.ts'

export const visit: Translation<typeof zh> = {}
