import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'
import { useTranslation } from 'react-i18next'
import table from '../../components/data-table/data-table.module.css'
import { Button } from '../../components/form/button.tsx'
import classes from './audit.module.css'
import { difference, type FieldChange } from './difference.ts'
import type { AuditNames } from './use-audit-names.ts'

interface EntryDetailProps {
  entry: AuditEntry
  names: AuditNames
  onSubject: (subject: string) => void
}

function Changes({ changes, names }: { changes: readonly FieldChange[]; names: AuditNames }) {
  const { t } = useTranslation('audit')
  return (
    <table className={`${table.table} ${classes.changes}`}>
      <caption className="visually-hidden">{t('detail.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('detail.field')}</th>
          <th scope="col">{t('detail.before')}</th>
          <th scope="col">{t('detail.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{names.field(field)}</th>
            <td>{before !== undefined && <del>{names.value(field, before)}</del>}</td>
            <td>{after !== undefined && <ins>{names.value(field, after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** All that an entry says: what it changed field by field, and its place in the chain. */
export function EntryDetail({ entry, names, onSubject }: EntryDetailProps) {
  const { t } = useTranslation('audit')
  const changes = difference(entry.before, entry.after)
  const { subject } = entry
  const facts = [
    [t('detail.subject'), subject],
    [t('column.address'), entry.address],
    [t('detail.accountId'), entry.accountId],
    [t('detail.requestId'), entry.requestId],
    [t('detail.previousHash'), entry.previousHash],
    [t('detail.hash'), entry.hash],
  ].filter(([, value]) => value !== null)
  return (
    <div className={classes.detail}>
      {changes.length > 0 ? <Changes changes={changes} names={names} /> : <p>{t('detail.noChanges')}</p>}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {subject !== null && (
        <Button look="link" onClick={() => onSubject(subject)}>
          {t('detail.onlySubject')}
        </Button>
      )}
    </div>
  )
}
