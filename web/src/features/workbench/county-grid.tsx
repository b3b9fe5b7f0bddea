import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import { useViewportSize } from '@mantine/hooks'
import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowMarks } from '../../components/sheet-grid/sheet-column.ts'
import { SheetGrid, type SheetHandle } from '../../components/sheet-grid/sheet-grid.tsx'
import type { QueueState, SaveQueue } from './save-queue.ts'
import { type SheetRow, sheetColumns } from './sheet-columns.tsx'
import { useChoiceWords } from './use-choice-words.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

interface CountyGridProps {
  sheet: CountySheet
  names: FieldNames
  canEdit: boolean
  queue: SaveQueue
  state: QueueState
  marksOf: (code: string) => RowMarks | undefined
  onOpen: (code: string, isSited: boolean) => void
  handle: Ref<SheetHandle>
}

const LEAST_HEIGHT = 320
/** What stands above the grid once it is scrolled to the top of the window, and its own footer. */
const BESIDE = 120

/** Rows keep their identity while nothing of them changes, so that a key press draws one row. */
function useRows({ sheet, state }: CountyGridProps): SheetRow[] {
  const cache = useMemo(() => new Map<string, SheetRow>(), [])
  return sheet.items.map(centre => {
    const edits = state.edits.get(centre.code)
    const known = cache.get(centre.code)
    if (known?.centre === centre && known.edits === edits) return known
    const row = { centre, edits }
    cache.set(centre.code, row)
    return row
  })
}

/** The county's centres as a spreadsheet. */
export function CountyGrid(props: CountyGridProps) {
  const { names, canEdit, queue, onOpen } = props
  const { t } = useTranslation(['workbench', 'centres', 'common'])
  const words = useChoiceWords()
  const { height } = useViewportSize()
  const columns = useMemo(() => sheetColumns({ t, names, words, canEdit, onOpen }), [t, names, words, canEdit, onOpen])
  const rows = useRows(props)
  if (rows.length === 0) return <p className={classes.gap}>{t('grid.empty')}</p>
  return (
    <>
      {!canEdit && <p className={classes.gap}>{t('grid.readOnly')}</p>}
      <SheetGrid
        label={t('grid.title')}
        columns={columns}
        rows={rows}
        rowKey={({ centre }) => centre.code}
        rowName={({ centre }) => centre.name}
        marksOf={props.marksOf}
        staying={2}
        height={Math.max(LEAST_HEIGHT, height - BESIDE)}
        onEdit={changes => queue.edit(changes)}
        onOpen={({ centre }) => onOpen(centre.code, centre.village !== null)}
        handle={props.handle}
      />
    </>
  )
}
