import type { TFunction } from 'i18next'
import { inLanguage } from '../../components/form/use-refusal.ts'
import type { CellMark, RowMarks } from '../../components/sheet-grid/sheet-column.ts'
import type { CellEdit, EditsOfCentre, SaveQueue } from './save-queue.ts'

interface MarkInput {
  t: TFunction<'workbench'>
  name: 'zh' | 'en'
  queue: SaveQueue
  onConflict: (code: string, columnId: string) => void
}

const saysOf = ({ error }: CellEdit, name: 'zh' | 'en') =>
  error
    ? [...error.errors.map(({ message }) => message), error.message].map(text => inLanguage(text, name))[0]
    : undefined

/** What an edit not yet saved has to say at its cell, and what may be done about it. */
function markOfEdit(code: string, edit: CellEdit, { t, name, queue, onConflict }: MarkInput): CellMark {
  const takeBack = { label: t('save.takeBack'), run: () => queue.drop(code, edit.columnId) }
  switch (edit.status) {
    case 'waiting':
    case 'sending':
      return { kind: 'saving', text: t('save.onItsWay') }
    case 'failed':
      return {
        kind: 'failed',
        text: edit.error?.status ? (saysOf(edit, name) ?? t('save.unsent')) : t('save.unsent'),
        actions: [{ label: t('save.retry'), run: () => queue.retry() }, takeBack],
      }
    case 'doubt':
      return {
        kind: 'doubt',
        text: saysOf(edit, name) ?? '',
        actions: [{ label: t('save.saveDoubt'), run: () => queue.accept(code, edit.columnId) }, takeBack],
      }
    case 'conflict':
      return {
        kind: 'fault',
        text: t('conflict.title'),
        actions: [{ label: t('save.choose'), run: () => onConflict(code, edit.columnId) }],
      }
    case 'fault':
      return {
        kind: 'fault',
        text: edit.fault ? t(`fault.${edit.fault}`) : (saysOf(edit, name) ?? ''),
        actions: [takeBack],
      }
  }
}

/** The marks of one centre's cells: what is being saved first, then what somebody else changed. */
export function marksOfCentre(
  code: string,
  edits: EditsOfCentre | undefined,
  theirs: RowMarks | undefined,
  input: MarkInput,
): RowMarks | undefined {
  if (!edits) return theirs
  const marks: Record<string, CellMark> = { ...theirs }
  for (const edit of edits.values()) marks[edit.columnId] = markOfEdit(code, edit, input)
  return marks
}
