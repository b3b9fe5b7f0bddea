import { board } from './board.ts'
import { centres } from './centres.ts'
import { common } from './common.ts'
import { panels } from './panels.ts'

export const resources = { common, board, centres, panels }
