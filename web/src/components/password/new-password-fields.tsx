import { LONGEST_PASSWORD, type PasswordFault, SHORTEST_PASSWORD } from '@lvliang/shared/accounts/password-rules'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import { Field } from '../form/field.tsx'
import classes from './password.module.css'
import { PasswordInput } from './password-input.tsx'
import type { NewPassword } from './use-new-password.ts'
import { usePasswordWords } from './use-password-words.ts'

interface NewPasswordFieldsProps {
  value: NewPassword
  /** What the server found wrong with it. */
  refusal?: string | undefined
}

/** A new password, twice, with its rules beside it. */
export function NewPasswordFields({ value, refusal }: NewPasswordFieldsProps) {
  usePasswordWords()
  const { t } = useTranslation('newPassword')
  const notYet = value.isTried && value.faults.length > 0 ? t('notYet') : undefined
  return (
    <>
      <Field label={t('password')} fault={refusal ?? notYet} help={<Rules value={value} />}>
        {control => (
          <PasswordInput
            {...control}
            name="new-password"
            autoComplete="new-password"
            value={value.password}
            onChange={event => value.setPassword(event.target.value)}
            aria-required
          />
        )}
      </Field>
      <Field label={t('again')} fault={value.isTried && !value.isSame ? t('different') : undefined}>
        {control => (
          <PasswordInput
            {...control}
            name="new-password-again"
            autoComplete="new-password"
            value={value.again}
            onChange={event => value.setAgain(event.target.value)}
            aria-required
          />
        )}
      </Field>
    </>
  )
}

const LENGTH = new Set<PasswordFault>(['tooShort', 'tooLong'])

function Rules({ value }: { value: NewPassword }) {
  const { t } = useTranslation('newPassword')
  const { password, faults } = value
  const fits = !faults.some(fault => LENGTH.has(fault))
  const holdsNone = password !== '' && faults.every(fault => LENGTH.has(fault))
  return (
    <ul className={classes.rules} aria-label={t('rules.label')}>
      <Rule isMet={fits} text={t('rules.length', { n: SHORTEST_PASSWORD, most: LONGEST_PASSWORD })} />
      <Rule isMet={holdsNone} text={t('rules.names')} />
      <Rule text={t('rules.common')} />
    </ul>
  )
}

function Rule({ isMet, text }: { isMet?: boolean; text: string }) {
  const { t } = useTranslation('newPassword')
  return (
    <li className={classNames(classes.rule, isMet && classes.met)}>
      <span aria-hidden="true">{isMet === undefined ? '·' : isMet ? '✓' : '○'}</span> {text}
      {isMet !== undefined && <span className="visually-hidden"> {t(isMet ? 'rules.met' : 'rules.unmet')}</span>}
    </li>
  )
}
