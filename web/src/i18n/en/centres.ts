import type { Translation } from '../translation.ts'
import type { centres as zh } from '../zh/centres.ts'

export const centres: Translation<typeof zh> = {}
