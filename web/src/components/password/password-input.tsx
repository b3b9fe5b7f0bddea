import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './password.module.css'
import { usePasswordWords } from './use-password-words.ts'

/** A password, hidden until asked for. */
export function PasswordInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  usePasswordWords()
  const { t } = useTranslation('newPassword')
  const [isShown, setShown] = useState(false)
  return (
    <div className={classes.password}>
      <input
        {...rest}
        type={isShown ? 'text' : 'password'}
        className={className}
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        className={classes.show}
        aria-pressed={isShown}
        aria-label={t('show')}
        onClick={() => setShown(!isShown)}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" aria-hidden="true">
          <path d="M1.5 9C3.5 5.5 6 4 9 4s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5S3.5 12.5 1.5 9Z" />
          <circle cx="9" cy="9" r="2.25" />
          {!isShown && <path d="m3 15 12-12" />}
        </svg>
      </button>
    </div>
  )
}
