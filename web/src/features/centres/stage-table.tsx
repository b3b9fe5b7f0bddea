import type { CentreDetail, StageState } from '@lvliang/shared/centres/centre.schema'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { shanghaiTime } from '../../format/format.ts'
import { useActWords } from './acts/act-words.ts'
import classes from './centre.module.css'
import { GapLabel, useGapWords } from './gap-label.tsx'
import { Section } from './section.tsx'
import { type StageGap, stageGap } from './stage-gap.ts'
import type { PlanWords } from './use-plan-words.ts'

type T = TFunction<['centres', 'acts']>

function reportedColumn(t: T): Column<StageState> {
  return {
    id: 'reported',
    header: t('acts:side.reported'),
    numeric: true,
    value: row => row.reported ?? (row.implied ? t('stages.implied') : null),
    cell: row =>
      row.reported ??
      (row.implied && (
        <span className={classes.gap} title={t('stages.impliedSays')}>
          {t('stages.implied')}
        </span>
      )),
  }
}

/** What is reported and what is verified side by side, and how they differ. */
function stageColumns(
  centre: CentreDetail,
  words: PlanWords,
  t: T,
  gapWords: (gap: StageGap) => string,
): Column<StageState>[] {
  return [
    { id: 'stage', header: t('stages.stage'), rowHeader: true, value: row => words.stage(row.stage) },
    {
      id: 'planned',
      header: t('stages.planned'),
      numeric: true,
      value: row => centre.planned?.[row.stage] ?? null,
    },
    reportedColumn(t),
    { id: 'verified', header: t('acts:side.verified'), numeric: true, value: row => row.verified },
    {
      id: 'gap',
      header: t('acts:side.gap'),
      value: row => {
        const gap = stageGap(row)
        return gap && gapWords(gap)
      },
      cell: row => {
        const gap = stageGap(row)
        return gap && <GapLabel gap={gap} />
      },
    },
    { id: 'checked', header: t('stages.checked'), numeric: true, value: row => row.checkedOn },
    {
      id: 'recorded',
      header: t('stages.recorded'),
      numeric: true,
      value: row => row.recordedAt && shanghaiTime(row.recordedAt),
    },
    {
      id: 'note',
      header: t('stages.note'),
      value: row => (row.disputed ? t('stages.disputed') : null),
      cell: row => row.disputed && <span className={classes.bad}>{t('stages.disputed')}</span>,
    },
  ]
}

export function StageTable({ centre, words }: { centre: CentreDetail; words: PlanWords }) {
  useActWords()
  const { t } = useTranslation(['centres', 'acts'])
  const columns = stageColumns(centre, words, t, useGapWords())
  return (
    <Section
      title={t('stages.title')}
      actions={
        <ExportCsv
          className={classes.action}
          label={t('exportCsv')}
          filename={`${centre.code}-${t('stages.file')}-${centre.asOf}.csv`}
          columns={columns}
          rows={centre.stages}
        />
      }
    >
      <TableScroll label={t('stages.caption')}>
        <DataTable caption={t('stages.caption')} columns={columns} rows={centre.stages} rowKey={row => row.stage} />
      </TableScroll>
    </Section>
  )
}
