import type { Account } from '@lvliang/shared/accounts/account.schema'
import { useTranslation } from 'react-i18next'
import type { Mark } from '../../status/shapes.ts'
import { StatusMark } from '../../status/status-mark.tsx'

const MARKS: Record<Account['state'], Mark> = {
  invited: { shape: 'plain', fill: 'solid' },
  active: { shape: 'green', fill: 'solid' },
  disabled: { shape: 'plain', fill: 'hatched' },
}

/** How an account stands: shape and word together. */
export function AccountState({ state }: Pick<Account, 'state'>) {
  const { t } = useTranslation('accounts')
  return (
    <span className={`status-${MARKS[state].shape}`}>
      <StatusMark {...MARKS[state]} /> {t(`state.${state}`)}
    </span>
  )
}
