import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { formatWan } from '@lvliang/shared/funding/money'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import classes from './centre.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

type Line = CentreDetail['fundLines'][number]
const KINDS = ['planned', 'issued', 'disbursed', 'received', 'paid'] as const

interface MoneyTableProps {
  centre: CentreDetail
  subsidy: Plan['operatingSubsidy']
  words: PlanWords
}

/** Source by kind, in 万元. */
export function MoneyTable({ centre, subsidy, words }: MoneyTableProps) {
  const { t } = useTranslation('centres')
  const columns: Column<Line>[] = [
    {
      id: 'source',
      header: t('money.source'),
      rowHeader: true,
      value: line => words.source(line.source),
      total: t('money.total'),
    },
    ...KINDS.map(
      (kind): Column<Line> => ({
        id: kind,
        header: t(`money.${kind}`),
        numeric: true,
        value: line => Math.round(line[`${kind}Fen`] / 10_000) / 100,
        cell: line => formatWan(line[`${kind}Fen`]),
        total: formatWan(centre.funding[`${kind}Fen`]),
      }),
    ),
  ]
  return (
    <Section
      title={t('money.title')}
      actions={
        <ExportCsv
          className={classes.action}
          label={t('exportCsv')}
          filename={`${centre.code}-${t('money.file')}-${centre.asOf}.csv`}
          columns={columns}
          rows={centre.fundLines}
        />
      }
    >
      <TableScroll label={t('money.caption')}>
        <DataTable caption={t('money.caption')} columns={columns} rows={centre.fundLines} rowKey={row => row.source} />
      </TableScroll>
      {centre.meals !== null && (
        <p className={classes.help}>
          {t('money.operating', {
            amount: formatWan(centre.meals ? subsidy.withMealsFen : subsidy.withoutMealsFen),
            meals: t(centre.meals ? 'money.withMeals' : 'money.withoutMeals'),
          })}
        </p>
      )}
    </Section>
  )
}
