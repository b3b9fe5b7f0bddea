import type { Account } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { useRowWindow } from '../../components/data-table/use-row-window.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { accountColumns, compactAccountColumns } from './account-columns.tsx'
import classes from './accounts.module.css'

interface AccountTableProps {
  accounts: readonly Account[]
  total: number
  counties: Plan['counties']
  ownId: string | null
  onOpen: (account: Account) => void
  onNearEnd: () => void
}

const ROW_HEIGHTS = { compact: 88, touch: 44, dense: 28 }

/** The accounts: dense rows on a desk, three lines each on a phone; only those in sight are drawn. */
export function AccountTable({ accounts, total, counties, ownId, onOpen, onNearEnd }: AccountTableProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { name } = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false }) ?? false
  const columns = useMemo(
    () => (compact ? compactAccountColumns : accountColumns)({ t, name, counties, ownId, onOpen }),
    [compact, t, name, counties, ownId, onOpen],
  )
  const window = useRowWindow({
    count: accounts.length,
    rowHeight: compact ? ROW_HEIGHTS.compact : touch ? ROW_HEIGHTS.touch : ROW_HEIGHTS.dense,
    scroller,
    onNearEnd,
  })
  return (
    <div ref={scroller} className={classes.scroller}>
      <DataTable
        caption={t('table.caption')}
        className={compact ? classes.compactTable : classes.table}
        columns={columns}
        rows={accounts}
        rowCount={total}
        rowKey={account => account.id}
        onOpen={onOpen}
        window={window}
        headless={compact}
      />
    </div>
  )
}
