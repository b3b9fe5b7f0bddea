/** A cell and what shall stand in it. */
export interface CellChange {
  rowKey: string
  columnId: string
  text: string
  /** What stood there when the edit began, where something else does now. */
  seen?: string
}

/** One act of the editor, forwards and back. */
interface Step {
  made: readonly CellChange[]
  before: readonly CellChange[]
}

/** What was done and may be undone, and what was undone and may be done again. */
export interface EditHistory {
  done: readonly Step[]
  undone: readonly Step[]
}

export const NO_HISTORY: EditHistory = { done: [], undone: [] }
const KEPT = 100

export const remembered = ({ done }: EditHistory, step: Step): EditHistory => ({
  done: [...done, step].slice(-KEPT),
  undone: [],
})

/** The changes that undo the last act; null: there is none. */
export function undo({ done, undone }: EditHistory): { history: EditHistory; changes: readonly CellChange[] } | null {
  const step = done.at(-1)
  return step ? { history: { done: done.slice(0, -1), undone: [...undone, step] }, changes: step.before } : null
}

/** The changes that do again what was undone last. */
export function redo({ done, undone }: EditHistory): { history: EditHistory; changes: readonly CellChange[] } | null {
  const step = undone.at(-1)
  return step ? { history: { done: [...done, step], undone: undone.slice(0, -1) }, changes: step.made } : null
}
