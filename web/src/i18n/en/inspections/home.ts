import type { Translation } from '../../translation.ts'
import type { home as zh } from '../../zh/inspections/home.ts'

export const home: Translation<typeof zh> = {}
