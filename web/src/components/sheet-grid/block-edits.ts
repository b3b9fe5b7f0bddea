import { type Block, type Cell, cellsOf } from './cells.ts'

/** What the edits of a block need to know of the sheet they are made in. */
export interface Sheet {
  rows: number
  cols: number
  text: (cell: Cell) => string
  isEditable: (cell: Cell) => boolean
}

export interface CellText {
  cell: Cell
  text: string
}

export interface BlockEdit {
  edits: CellText[]
  /** How many cells were left as they are because they cannot be changed. */
  skipped: number
}

/** Those of the wanted texts that change something and may. */
function editable(sheet: Sheet, wanted: readonly CellText[]): BlockEdit {
  const changing = wanted.filter(({ cell, text }) => sheet.text(cell) !== text)
  const edits = changing.filter(({ cell }) => sheet.isEditable(cell))
  return { edits, skipped: changing.length - edits.length }
}

export const textsOf = (sheet: Sheet, { top, left, bottom, right }: Block): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, col) => sheet.text({ row: top + row, col: left + col })),
  )

/** How far a pasted block reaches: repeated over a selection it fits into whole, else as large as it is. */
function reachOf(texts: readonly string[][], { top, left, bottom, right }: Block): Block {
  const height = texts.length
  const width = Math.max(...texts.map(row => row.length))
  const [rows, cols] = [bottom - top + 1, right - left + 1]
  const fits = rows % height === 0 && cols % width === 0
  return { top, left, bottom: top + (fits ? rows : height) - 1, right: left + (fits ? cols : width) - 1 }
}

/** Pastes a block at a selection; what would fall beyond the sheet is left out. */
export function pasted(sheet: Sheet, texts: readonly string[][], at: Block): BlockEdit {
  const width = Math.max(...texts.map(row => row.length))
  const cells = cellsOf(reachOf(texts, at)).filter(({ row, col }) => row < sheet.rows && col < sheet.cols)
  return editable(
    sheet,
    cells.map(cell => ({
      cell,
      text: texts[(cell.row - at.top) % texts.length]?.[(cell.col - at.left) % width] ?? '',
    })),
  )
}

/** Fills a selection with its first row; a single row with the one above it. */
export function filledDown(sheet: Sheet, { top, left, bottom, right }: Block): BlockEdit {
  const source = top === bottom ? top - 1 : top
  if (source < 0) return { edits: [], skipped: 0 }
  const cells = cellsOf({ top: source + 1, left, bottom, right })
  return editable(
    sheet,
    cells.map(cell => ({ cell, text: sheet.text({ row: source, col: cell.col }) })),
  )
}

export const cleared = (sheet: Sheet, block: Block): BlockEdit =>
  editable(
    sheet,
    cellsOf(block).map(cell => ({ cell, text: '' })),
  )
