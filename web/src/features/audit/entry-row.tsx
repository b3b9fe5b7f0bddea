import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { shanghaiSecond } from '../../format/format.ts'
import classes from './audit.module.css'
import { EntryDetail } from './entry-detail.tsx'
import { EntryOutcome } from './entry-outcome.tsx'
import type { AuditNames } from './use-audit-names.ts'

export interface EntryRowProps {
  entry: AuditEntry
  names: AuditNames
  isOpen: boolean
  compact: boolean
  onToggle: (seq: number) => void
  onSubject: (subject: string) => void
}

function Toggle({ entry, isOpen, onToggle }: Pick<EntryRowProps, 'entry' | 'isOpen' | 'onToggle'>) {
  const { t } = useTranslation('audit')
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-expanded={isOpen}
      aria-label={`${shanghaiSecond(entry.at)} ${t('open', { seq: entry.seq })}`}
      onClick={() => onToggle(entry.seq)}
    >
      <span aria-hidden="true" className={classes.arrow}>
        {isOpen ? '▾' : '▸'}
      </span>
      <time dateTime={entry.at}>{shanghaiSecond(entry.at)}</time>
    </button>
  )
}

function Who({ entry, names }: Pick<EntryRowProps, 'entry' | 'names'>) {
  const rights = [entry.role && names.role(entry.role), entry.county && names.county(entry.county)].filter(Boolean)
  return (
    <>
      {names.who(entry)} {rights.length > 0 && <span className={classes.second}>{rights.join(' · ')}</span>}
    </>
  )
}

function WideCells(props: EntryRowProps) {
  const { entry, names } = props
  return (
    <>
      <th scope="row">
        <Toggle {...props} />
      </th>
      <td>
        <Who {...props} />
      </td>
      <td>{names.operation(entry.operation)}</td>
      <td className={classes.subject} title={entry.subject ?? undefined}>
        {entry.subject && names.subject(entry.subject)}
      </td>
      <td>
        <EntryOutcome outcome={entry.outcome} />
      </td>
      <td>{entry.address}</td>
    </>
  )
}

function CompactCell(props: EntryRowProps) {
  const { entry, names } = props
  return (
    <th scope="row" className={classes.compact}>
      <span className={classes.compactHead}>
        <Toggle {...props} />
        <EntryOutcome outcome={entry.outcome} />
      </span>
      <span className={classes.line}>{names.operation(entry.operation)}</span>
      <span className={classes.line}>
        <Who {...props} />
      </span>
      {entry.subject && <span className={`${classes.line} ${classes.second}`}>{names.subject(entry.subject)}</span>}
    </th>
  )
}

const COLUMNS = 6

/** One act; open, it shows all it says below. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { compact, isOpen } = props
  return (
    <>
      <tr data-seq={props.entry.seq}>{compact ? <CompactCell {...props} /> : <WideCells {...props} />}</tr>
      {isOpen && (
        <tr>
          <td colSpan={compact ? 1 : COLUMNS} className={classes.open}>
            <EntryDetail {...props} />
          </td>
        </tr>
      )}
    </>
  )
})
