import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import type { CellMark, RowMarks } from '../../components/sheet-grid/sheet-column.ts'
import { type ChoiceWords, FACT_FIELDS, PLANNED_FIELDS, REPORTED_FIELDS } from './cell-fields.ts'

const FIELDS = [...FACT_FIELDS, ...PLANNED_FIELDS, ...REPORTED_FIELDS]
const SHOWN_MS = 60_000

/** The cells in which two states of a centre differ, with what stood there. */
function changedCells(before: CentreSheet, after: CentreSheet, words: ChoiceWords): Record<string, string> {
  return Object.fromEntries(
    FIELDS.flatMap(field => {
      const was = field.show(before, words)
      return was === field.show(after, words) ? [] : [[field.id, was]]
    }),
  )
}

interface TheirsInput {
  items: readonly CentreSheet[] | undefined
  words: ChoiceWords
  /** Whether a cell's change is one's own. */
  isOwn: (code: string, columnId: string, text: string) => boolean
  t: TFunction<'workbench'>
}

/** Marks what somebody else changed while the page is open, for a minute. */
export function useTheirChanges({ items, words, isOwn, t }: TheirsInput): ReadonlyMap<string, RowMarks> {
  const known = useRef(new Map<string, CentreSheet>())
  const [marks, setMarks] = useState<ReadonlyMap<string, RowMarks>>(new Map())
  useEffect(() => {
    const found = new Map<string, RowMarks>()
    for (const centre of items ?? []) {
      const before = known.current.get(centre.code)
      known.current.set(centre.code, centre)
      if (!before || before.version >= centre.version) continue
      const cells = Object.entries(changedCells(before, centre, words)).filter(([id]) => {
        const text = FIELDS.find(field => field.id === id)?.show(centre, words) ?? ''
        return !isOwn(centre.code, id, text)
      })
      const says = (was: string): CellMark => ({
        kind: 'theirs',
        text: was === '' ? t('save.theirsEmpty') : t('save.theirs', { before: was }),
      })
      if (cells.length > 0) found.set(centre.code, Object.fromEntries(cells.map(([id, was]) => [id, says(was)])))
    }
    if (found.size > 0) setMarks(old => new Map([...old, ...found]))
  }, [items, words, isOwn, t])
  useEffect(() => {
    if (marks.size === 0) return
    const timer = setTimeout(() => setMarks(new Map()), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [marks])
  return marks
}
