import type { IssueMove, IssueState } from './issue.schema.ts'

/** What somebody is to an issue. One may be several at once. */
export interface Party {
  /** The account that raised it, or that it was handed over to; never of a county. */
  isOwner: boolean
  /** An account of the county it is about. */
  isCounty: boolean
  isOffice: boolean
  /** An inspector who may inspect there: not at home. */
  isInspector: boolean
  /** Entered work on it as the county's: such an account never closes it. */
  hasFixed: boolean
}

export const OPEN_STATES = ['found', 'assigned', 'rectifying', 'closingRequested', 'rechecking', 'returned'] as const
const TO_RECTIFY = ['assigned', 'rectifying', 'returned'] as const
const TO_JUDGE = ['closingRequested', 'rechecking'] as const

interface MoveRule {
  from: readonly IssueState[]
  /** Null: the state stays. */
  to: IssueState | null
  by: readonly ('owner' | 'county' | 'office' | 'inspector')[]
  needs: readonly ('note' | 'photo' | 'dueOn' | 'to')[]
}

/**
 * The life of an issue (问题): each move, from where, to where, by whom, and what it needs. Who fixes never closes: a
 * county is nobody's owner, and the judging moves are the owner's alone.
 */
export const MOVE_RULES: Record<IssueMove, MoveRule> = {
  assign: { from: ['found'], to: 'assigned', by: ['owner', 'office'], needs: [] },
  start: { from: ['assigned', 'returned'], to: 'rectifying', by: ['county'], needs: [] },
  requestClosing: { from: TO_RECTIFY, to: 'closingRequested', by: ['county'], needs: ['note', 'photo'] },
  takeBack: { from: ['closingRequested'], to: 'rectifying', by: ['county'], needs: [] },
  recheck: { from: ['closingRequested'], to: 'rechecking', by: ['owner'], needs: [] },
  close: { from: TO_JUDGE, to: 'closed', by: ['owner'], needs: [] },
  return: { from: TO_JUDGE, to: 'returned', by: ['owner'], needs: ['note'] },
  reopen: { from: ['closed'], to: 'returned', by: ['owner'], needs: ['note'] },
  findAgain: { from: OPEN_STATES, to: null, by: ['inspector', 'office'], needs: ['note'] },
  extend: { from: OPEN_STATES, to: null, by: ['owner', 'office'], needs: ['note', 'dueOn'] },
  handOver: { from: OPEN_STATES, to: null, by: ['owner', 'office'], needs: ['note', 'to'] },
  withdraw: { from: ['found', 'assigned'], to: 'withdrawn', by: ['owner'], needs: ['note'] },
}

/** Where a move leads: found again while the county says it is done, an issue goes back to it. */
export function stateAfter(state: IssueState, move: IssueMove): IssueState {
  if (move === 'findAgain' && (TO_JUDGE as readonly IssueState[]).includes(state)) return 'returned'
  return MOVE_RULES[move].to ?? state
}

/** Whether a party may make a move at all, whatever the state. */
export function mayMake(move: IssueMove, party: Party): boolean {
  const { by } = MOVE_RULES[move]
  return (
    (by.includes('owner') && party.isOwner && !party.hasFixed) ||
    (by.includes('county') && party.isCounty) ||
    (by.includes('office') && party.isOffice) ||
    (by.includes('inspector') && party.isInspector)
  )
}

/** The moves open to a party in a state. */
export const movesOpen = (state: IssueState, party: Party): IssueMove[] =>
  (Object.keys(MOVE_RULES) as IssueMove[]).filter(move => MOVE_RULES[move].from.includes(state) && mayMake(move, party))

export const isOpen = (state: IssueState): boolean => (OPEN_STATES as readonly IssueState[]).includes(state)
