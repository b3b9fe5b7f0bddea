import type { Summary } from '@lvliang/shared/board/summary.schema'
import { formatWan } from '@lvliang/shared/funding/money'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../../components/data-table/column.ts'
import { FUND_COLUMNS, type FundRow } from './fund-rows.ts'

const wanNumber = (fen: number) => Math.round(fen / 10_000) / 100

export function useFundColumns(
  funding: Summary['funding'] | undefined,
  nameOf: (source: FundRow['source']) => string,
): Column<FundRow>[] {
  const { t } = useTranslation('panels')
  return [
    {
      id: 'source',
      header: t('funding.source'),
      rowHeader: true,
      value: row => nameOf(row.source),
      total: t('total'),
    },
    ...FUND_COLUMNS.map(
      (column): Column<FundRow> => ({
        id: column,
        header: t(`funding.${column}`),
        numeric: true,
        value: row => wanNumber(row[`${column}Fen`]),
        cell: row => formatWan(row[`${column}Fen`]),
        total: funding && formatWan(funding.total[`${column}Fen`]),
      }),
    ),
  ]
}
