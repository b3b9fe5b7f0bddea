import type { Account } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { countyName } from '../../format/county-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { type AccountDraft, cleanDraft } from './account-draft.ts'
import classes from './accounts.module.css'

interface StaleChoiceProps {
  /** As somebody else left it. */
  theirs: Account
  mine: AccountDraft
  counties: Plan['counties']
  onTheirs: () => void
  onMine: () => void
}

function useRows({ theirs, mine, counties }: StaleChoiceProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { name } = useLanguage()
  const wanted = cleanDraft(mine)
  const county = (code: string | null) => code && countyName(counties, code, name)
  const yes = (value: boolean) => (value ? t('table.yes') : null)
  return [
    { field: t('form.name'), theirs: theirs.name, mine: wanted.name },
    { field: t('form.role'), theirs: t(`common:role.${theirs.role}`), mine: t(`common:role.${wanted.role}`) },
    { field: t('form.county'), theirs: county(theirs.county), mine: county(wanted.county) },
    { field: t('form.finance'), theirs: yes(theirs.finance), mine: yes(wanted.finance) },
    { field: t('stale.disabled'), theirs: t(`state.${theirs.state}`), mine: null },
  ]
}

/** Somebody changed the account meanwhile: theirs beside mine, and which it shall be. */
export function StaleChoice(props: StaleChoiceProps) {
  const { t } = useTranslation('accounts')
  const rows = useRows(props)
  const columns = [
    { id: 'field', header: t('stale.field'), rowHeader: true, value: (row: (typeof rows)[number]) => row.field },
    { id: 'theirs', header: t('stale.theirs'), value: (row: (typeof rows)[number]) => row.theirs },
    { id: 'mine', header: t('stale.mine'), value: (row: (typeof rows)[number]) => row.mine },
  ]
  return (
    <div className={classes.stale} role="alert">
      <p className={form.label}>{t('stale.title')}</p>
      <p className={form.help}>{t('stale.help')}</p>
      <TableScroll label={t('stale.title')}>
        <DataTable caption={t('stale.title')} columns={columns} rows={rows} rowKey={row => row.field} />
      </TableScroll>
      <div className={form.actions}>
        <Button onClick={props.onTheirs}>{t('stale.keepTheirs')}</Button>
        <Button look="danger" onClick={props.onMine}>
          {t('stale.keepMine')}
        </Button>
      </div>
    </div>
  )
}
