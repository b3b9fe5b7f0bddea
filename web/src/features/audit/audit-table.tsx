import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import table from '../../components/data-table/data-table.module.css'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { toggled } from '../../filters/toggled.ts'
import classes from './audit.module.css'
import { EntryRow } from './entry-row.tsx'
import { useAuditNames } from './use-audit-names.ts'

interface AuditTableProps {
  entries: readonly AuditEntry[]
  counties: Plan['counties']
  onSubject: (subject: string) => void
}

const COLUMNS = ['at', 'who', 'operation', 'subject', 'outcome', 'address'] as const

/** The acts, newest first, each to be opened; on a phone each is a few lines. */
export function AuditTable({ entries, counties, onSubject }: AuditTableProps) {
  const { t } = useTranslation('audit')
  const names = useAuditNames(counties)
  const [open, setOpen] = useState<readonly number[]>([])
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  return (
    <TableScroll label={t('caption')}>
      <table className={classNames(table.table, compact && classes.compactTable)}>
        <caption className="visually-hidden">{t('caption')}</caption>
        {!compact && (
          <thead>
            <tr>
              {COLUMNS.map(column => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {entries.map(entry => (
            <EntryRow
              key={entry.seq}
              entry={entry}
              names={names}
              isOpen={open.includes(entry.seq)}
              compact={compact}
              onToggle={seq => setOpen(toggled(open, seq) ?? [])}
              onSubject={onSubject}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
