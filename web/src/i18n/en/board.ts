import type { Translation } from '../translation.ts'
import type { board as zh } from '../zh/board.ts'

export const board: Translation<typeof zh> = {}
