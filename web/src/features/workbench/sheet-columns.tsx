import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import type { SheetColumn } from '../../components/sheet-grid/sheet-column.ts'
import { markOf } from '../../status/centre-mark.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import { type ChoiceWords, fieldOf, stageOf } from './cell-fields.ts'
import type { EditsOfCentre } from './save-queue.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

/** A row of the grid: the centre as the server has it, and what was typed since. */
export interface SheetRow {
  centre: CentreSheet
  edits: EditsOfCentre | undefined
}

interface ColumnsInput {
  t: TFunction<['workbench', 'centres', 'common']>
  names: FieldNames
  words: ChoiceWords
  canEdit: boolean
  onOpen: (code: string, isSited: boolean) => void
}

type Column = SheetColumn<SheetRow>

export const textAt = ({ centre, edits }: SheetRow, id: string, words: ChoiceWords): string =>
  edits?.get(id)?.text ?? fieldOf(id)?.show(centre, words) ?? ''

export const choicesOf = (id: string, words: ChoiceWords): readonly string[] | undefined =>
  id === 'build' ? Object.values(words.builds) : id === 'meals' ? [words.yes, words.no] : undefined

const WIDTHS: Readonly<Record<string, number>> = {
  population: 72,
  build: 84,
  areaM2: 84,
  meals: 64,
  leader: 92,
  unit: 160,
  person: 84,
  phone: 116,
  builder: 180,
}
const NUMERIC = new Set(['population', 'areaM2'])
const DAY_WIDTH = 118

function factColumn(id: string, { names, words, canEdit }: ColumnsInput): Column {
  return {
    id,
    header: names.field(id),
    width: WIDTHS[id] ?? 100,
    numeric: NUMERIC.has(id),
    inputMode: NUMERIC.has(id) ? 'numeric' : id === 'phone' ? 'tel' : undefined,
    text: row => textAt(row, id, words),
    isEditable: () => canEdit,
    choices: choicesOf(id, words),
  }
}

/** What was recognised, beside what is reported. */
function Recognised({ centre, stage, t }: { centre: CentreSheet; stage: ReportableStage; t: ColumnsInput['t'] }) {
  const state = stageOf(centre, stage)
  if (state?.disputed) return <strong className={classes.disputed}>{t('grid.disputed')}</strong>
  if (!state?.verified) return null
  const isSame = state.verified === state.reported
  return (
    <span className={classes.verified} title={t(isSame ? 'grid.verified' : 'grid.otherDay', { day: state.verified })}>
      <span aria-hidden="true">✓{isSame ? '' : state.verified.slice(5)}</span>
      <span className="visually-hidden">{t('grid.verified', { day: state.verified })}</span>
    </span>
  )
}

function dayColumn(kind: 'reported' | 'planned', stage: ReportableStage, input: ColumnsInput): Column {
  const { t, names, words, canEdit } = input
  const id = `${kind}.${stage}`
  return {
    id,
    header: names.stage(stage),
    title: names.field(id),
    group: t(`grid.${kind}`),
    width: kind === 'reported' ? DAY_WIDTH : 92,
    inputMode: 'numeric',
    text: row => textAt(row, id, words),
    isEditable: ({ centre }) => canEdit && (kind === 'planned' || centre.village !== null),
    cell:
      kind === 'planned'
        ? undefined
        : row => (
            <>
              {textAt(row, id, words)} <Recognised centre={row.centre} stage={stage} t={t} />
            </>
          ),
  }
}

function whichColumns({ t, onOpen }: ColumnsInput): Column[] {
  return [
    {
      id: 'code',
      header: t('centres:column.code'),
      width: 104,
      rowHeader: true,
      text: ({ centre }) => centre.code,
      cell: ({ centre }) => (
        <button
          type="button"
          tabIndex={-1}
          className={classes.code}
          aria-label={t('panel.open', { name: centre.code })}
          onClick={() => onOpen(centre.code, centre.village !== null)}
        >
          {centre.code}
        </button>
      ),
    },
    {
      id: 'village',
      header: t('centres:column.village'),
      width: 112,
      text: ({ centre }) => centre.village ?? '',
      cell: ({ centre }) => centre.village ?? <span className={classes.gap}>{t('centres:notSited')}</span>,
    },
    { id: 'town', header: t('centres:facts.town'), width: 92, text: ({ centre }) => centre.town ?? '' },
    {
      id: 'light',
      header: t('grid.light'),
      width: 84,
      text: ({ centre }) => t(`common:light.${centre.light.colour}`),
      cell: ({ centre }) => <StatusLabel {...markOf(centre)} />,
    },
  ]
}

const FACTS = ['population', 'build', 'areaM2', 'meals', 'leader', 'unit', 'person', 'phone', 'builder']

/** The grid's columns from left to right: what the centre is, how far it has come, its facts, its own timetable. */
export function sheetColumns(input: ColumnsInput): Column[] {
  return [
    ...whichColumns(input),
    ...REPORTABLE_STAGES.map(stage => dayColumn('reported', stage, input)),
    ...FACTS.map(id => factColumn(id, input)),
    ...REPORTABLE_STAGES.map(stage => dayColumn('planned', stage, input)),
  ]
}
