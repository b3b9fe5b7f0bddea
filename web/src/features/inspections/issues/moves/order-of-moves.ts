import type { IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'

/** In the order of an issue's life, as the table of moves has it. */
export const ISSUE_MOVES = Object.keys(MOVE_RULES) as IssueMove[]
