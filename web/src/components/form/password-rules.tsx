import {
  LONGEST_PASSWORD,
  type PasswordFault,
  type PasswordOwner,
  passwordFaults,
} from '@lvliang/shared/accounts/password-rules'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { classNames } from '../class-names.ts'
import classes from './password-rules.module.css'

type Rule = PasswordFault | 'tooCommon'

/** Rules that may be broken while one types; that a password is a common one is known to the server alone. */
function rulesFor(password: string, owner: PasswordOwner): Rule[] {
  const long: Rule[] = [...password].length > LONGEST_PASSWORD ? ['tooLong'] : []
  const county: Rule[] = owner.county === null ? [] : ['holdsCounty']
  const name: Rule[] = owner.name === null ? [] : ['holdsName']
  return ['tooShort', ...long, 'holdsUsername', ...name, ...county, 'tooCommon']
}

/** What the server found wrong with a password; empty: it was not about that. */
function refusedRules(error: Error | null): string[] {
  return error instanceof ApiError && error.code === 'passwordRefused' ? error.errors.map(({ code }) => code) : []
}

interface PasswordRulesProps {
  password: string
  owner: PasswordOwner
  /** The server's refusal of this very password. */
  error: Error | null
}

/** What a new password needs, each marked met or not while it is typed. */
export function PasswordRules({ password, owner, error }: PasswordRulesProps) {
  const { t } = useTranslation('refusal')
  const faults: readonly string[] = [...passwordFaults(password, owner), ...refusedRules(error)]
  return (
    <ul className={classes.rules} aria-label={t('password.label')}>
      {rulesFor(password, owner).map(rule => {
        const unmet = faults.includes(rule)
        // Nothing is right or wrong yet; and what the client cannot judge it does not praise.
        const silent = password === '' || (rule === 'tooCommon' && !unmet)
        return (
          <li key={rule} className={classNames(!silent && (unmet ? classes.unmet : classes.met))}>
            <span aria-hidden="true" className={classes.mark}>
              {silent ? '·' : unmet ? '✕' : '✓'}
            </span>
            {t(`password.${rule}`)}
            {!silent && <span className="visually-hidden"> {t(unmet ? 'password.unmet' : 'password.met')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
