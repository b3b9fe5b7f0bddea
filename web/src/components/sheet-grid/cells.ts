/** A place in a sheet, counted from 0. */
export interface Cell {
  row: number
  col: number
}

/** A block of cells, its edges included. */
export interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

export interface SheetSize {
  rows: number
  cols: number
}

export const blockOf = (a: Cell, b: Cell): Block => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.col, b.col),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.col, b.col),
})

/** The cells of a block, row by row. */
export function cellsOf({ top, left, bottom, right }: Block): Cell[] {
  const cells: Cell[] = []
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) cells.push({ row, col })
  }
  return cells
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))

export const inside = ({ row, col }: Cell, { rows, cols }: SheetSize): Cell => ({
  row: clamp(row, rows),
  col: clamp(col, cols),
})

const PAGE = 20
const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, col: 0 },
  ArrowDown: { row: 1, col: 0 },
  ArrowLeft: { row: 0, col: -1 },
  ArrowRight: { row: 0, col: 1 },
  PageUp: { row: -PAGE, col: 0 },
  PageDown: { row: PAGE, col: 0 },
}

/** Where a key leads from a cell, to the edge of the sheet with Ctrl; null: the key does not move. */
export function moved({ row, col }: Cell, key: string, toEdge: boolean, size: SheetSize): Cell | null {
  if (key === 'Home') return { row: toEdge ? 0 : row, col: 0 }
  if (key === 'End') return inside({ row: toEdge ? size.rows : row, col: size.cols }, size)
  const step = STEPS[key]
  if (!step) return null
  const far = toEdge ? Math.max(size.rows, size.cols) : 1
  return inside({ row: row + step.row * far, col: col + step.col * far }, size)
}
