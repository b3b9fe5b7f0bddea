import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'

/** A picture to print, a JPEG. */
export interface PaperPhoto {
  bytes: Uint8Array
  width: number
  height: number
  caption: string
}

/** A row of a table, or a line across it that names the rows below. */
export type PaperRow = readonly string[] | { group: string }

export type Block =
  | { kind: 'heading'; text: string }
  /** A text may have several lines: each is a paragraph. */
  | { kind: 'text'; text: string }
  /** `widths` in mm, 156 in all; `head` is repeated on every page. A table that is `whole` stays on one page. */
  | {
      kind: 'table'
      widths: readonly number[]
      head: readonly string[] | null
      rows: readonly PaperRow[]
      whole?: boolean
      rowHeight?: number
    }
  | { kind: 'photos'; photos: readonly PaperPhoto[] }

/** An official paper as data: what it says in which order, nothing of how it is drawn. */
export interface Paper {
  /** Who issues it, over the red line. */
  office: string
  /** To be filled in by the office. */
  fileNumber: string
  title: string
  /** 主送. */
  to: string
  body: readonly Block[]
  attachments: readonly { name: string; blocks: readonly Block[] }[]
  date: CalendarDate
  /** Small lines at its very end. */
  endNotes: readonly string[]
  /** Stands on every page. */
  headerLine: string | null
}

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (said: string): Block => ({ kind: 'text', text: said })

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Parts one after the other, each under its numbered heading; an empty one is left out. */
export function numbered(parts: readonly (readonly [name: string, blocks: readonly Block[]])[]): Block[] {
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([name, blocks], i) => [heading(`${NUMERALS[i]}、${name}`), ...blocks])
}
