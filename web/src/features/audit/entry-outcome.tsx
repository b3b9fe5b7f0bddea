import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'
import { useTranslation } from 'react-i18next'
import { StatusMark } from '../../status/status-mark.tsx'

const SHAPES = { done: 'green', refused: 'yellow', failed: 'red' } as const satisfies Record<
  AuditEntry['outcome'],
  string
>

/** How an act ended: shape, colour and word together. */
export function EntryOutcome({ outcome }: Pick<AuditEntry, 'outcome'>) {
  const { t } = useTranslation('audit')
  return (
    <span className={`status-${SHAPES[outcome]}`}>
      <StatusMark shape={SHAPES[outcome]} fill="solid" /> {t(`outcome.${outcome}`)}
    </span>
  )
}
