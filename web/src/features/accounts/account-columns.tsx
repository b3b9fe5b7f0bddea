import type { Account } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { TFunction } from 'i18next'
import type { Column, RowMainProps } from '../../components/data-table/column.ts'
import { shortCountyName } from '../../format/county-name.ts'
import { type NameKey, shanghaiTime } from '../../format/format.ts'
import { AccountState } from './account-state.tsx'
import classes from './accounts.module.css'

export interface AccountColumnsInput {
  t: TFunction<['accounts', 'common']>
  name: NameKey
  counties: Plan['counties']
  ownId: string | null
  onOpen: (account: Account) => void
}

function NameCell({ account, main, input }: { account: Account; main: RowMainProps; input: AccountColumnsInput }) {
  return (
    <>
      <button type="button" className={classes.name} {...main} onClick={() => input.onOpen(account)}>
        {account.name}
      </button>
      {account.id === input.ownId && <span className={classes.tag}>{input.t('table.own')}</span>}
    </>
  )
}

const countyIn = ({ counties, name }: AccountColumnsInput, code: string | null) =>
  code && shortCountyName(counties, code, name)

/** The list's columns on a desk. */
export function accountColumns(input: AccountColumnsInput): Column<Account>[] {
  const { t } = input
  return [
    {
      id: 'name',
      header: t('table.name'),
      rowHeader: true,
      className: classes.nameCell,
      value: account => account.name,
      cell: (account, main) => <NameCell account={account} main={main} input={input} />,
    },
    { id: 'username', header: t('table.username'), value: account => account.username },
    { id: 'role', header: t('table.role'), value: account => t(`common:role.${account.role}`) },
    { id: 'county', header: t('table.county'), value: account => countyIn(input, account.county) },
    { id: 'finance', header: t('table.finance'), value: account => (account.finance ? t('table.yes') : null) },
    {
      id: 'state',
      header: t('table.state'),
      value: account => t(`state.${account.state}`),
      cell: account => <AccountState state={account.state} />,
    },
    {
      id: 'secondFactor',
      header: t('table.secondFactor'),
      value: account => (account.secondFactor ? t('table.on') : null),
    },
    {
      id: 'lastSignIn',
      header: t('table.lastSignIn'),
      numeric: true,
      value: account => account.lastSignInAt && shanghaiTime(account.lastSignInAt),
    },
  ]
}

/** The same in one column of three lines, for a phone. */
export function compactAccountColumns(input: AccountColumnsInput): Column<Account>[] {
  const { t } = input
  const rights = (account: Account) =>
    [
      t(`common:role.${account.role}`),
      countyIn(input, account.county),
      account.finance && t('table.finance'),
      account.secondFactor && t('table.secondFactor'),
    ]
      .filter(Boolean)
      .join(' · ')
  return [
    {
      id: 'account',
      header: t('title'),
      rowHeader: true,
      className: classes.compact,
      value: account => account.name,
      cell: (account, main) => (
        <>
          <span className={classes.compactHead}>
            <span className={classes.compactName}>
              <NameCell account={account} main={main} input={input} />
            </span>
            <AccountState state={account.state} />
          </span>
          <span className={classes.line}>{rights(account)}</span>
          <span className={classes.line}>
            {account.username} · {t('table.lastSignIn')}{' '}
            {account.lastSignInAt ? shanghaiTime(account.lastSignInAt) : t('table.never')}
          </span>
        </>
      ),
    },
  ]
}
