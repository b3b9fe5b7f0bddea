import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowMarks } from '../../components/sheet-grid/sheet-column.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { marksOfCentre } from './edit-marks.ts'
import type { QueueState, SaveQueue } from './save-queue.ts'
import { useChoiceWords } from './use-choice-words.ts'
import { useTheirChanges } from './use-their-changes.ts'

interface MarksInput {
  sheet: CountySheet | undefined
  queue: SaveQueue
  state: QueueState
  onConflict: (code: string, columnId: string) => void
}

/** What there is to say of each cell, by centre. */
export function useMarks({ sheet, queue, state, onConflict }: MarksInput): (code: string) => RowMarks | undefined {
  const { t } = useTranslation('workbench')
  const { name } = useLanguage()
  const words = useChoiceWords()
  const theirs = useTheirChanges({ items: sheet?.items, words, isOwn: queue.isOwn, t })
  return useMemo(() => {
    const marks = new Map(theirs)
    for (const [code, edits] of state.edits) {
      const ofCentre = marksOfCentre(code, edits, theirs.get(code), { t, name, queue, onConflict })
      if (ofCentre) marks.set(code, ofCentre)
    }
    return code => marks.get(code)
  }, [theirs, state.edits, t, name, queue, onConflict])
}
