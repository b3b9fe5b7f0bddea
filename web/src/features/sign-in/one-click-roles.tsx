import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { ROLES, ROLES_WITH_COUNTY, type Role } from '@lvliang/shared/accounts/role'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import form from '../../components/form/form.module.css'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './sign-in.module.css'
import { useDemonstrationSignIn, useSignInRefusal } from './use-sign-in.ts'

interface OneClickRolesProps {
  counties: SignInOptions['counties']
  onSignedIn: (me: Me) => void
}

/** The roles of the demonstration, each one press away. */
export function OneClickRoles({ counties, onSignedIn }: OneClickRolesProps) {
  const { t } = useTranslation(['session', 'common'])
  const says = useSignInRefusal()
  const signIn = useDemonstrationSignIn(onSignedIn)
  const enter = (role: Role, county: string | undefined) => {
    if (!signIn.isPending) signIn.mutate({ role, county })
  }
  return (
    <section aria-labelledby="one-click-roles">
      <h2 id="one-click-roles" className={classes.roles}>
        {t('roles.title')}
      </h2>
      <p className={classes.intro}>{t('roles.intro')}</p>
      <ul>
        {ROLES.map(role => (
          <RoleRow
            key={role}
            role={role}
            counties={ROLES_WITH_COUNTY.includes(role) ? counties : null}
            onEnter={county => enter(role, county)}
          />
        ))}
      </ul>
      {signIn.error && (
        <p className={classNames(form.note, form.refusal)} role="alert">
          {says(signIn.error)}
        </p>
      )}
    </section>
  )
}

interface RoleRowProps {
  role: Role
  /** To choose from, where the role names one. */
  counties: SignInOptions['counties'] | null
  onEnter: (county: string | undefined) => void
}

function RoleRow({ role, counties, onEnter }: RoleRowProps) {
  const { t } = useTranslation(['session', 'common'])
  const { name } = useLanguage()
  const [county, setCounty] = useState(counties?.[0]?.code)
  return (
    <li className={classes.row}>
      <button type="button" className={classes.enter} onClick={() => onEnter(county)}>
        <span className={classes.role}>{t(`common:role.${role}`)}</span>
        <span className={classes.does}>{t(`roles.does.${role}`)}</span>
      </button>
      {counties && (
        <select
          className={classNames(form.input, classes.county)}
          aria-label={t('roles.county', { role: t(`common:role.${role}`) })}
          value={county}
          onChange={event => setCounty(event.target.value)}
        >
          {counties.map(entry => (
            <option key={entry.code} value={entry.code}>
              {entry.name[name]}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
