import type { Translation } from '../../translation.ts'
import type { candidates as zh } from '../../zh/inspections/candidates.ts'

export const candidates: Translation<typeof zh> = {}
