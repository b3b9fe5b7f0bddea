import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rememberLanguage } from '../i18n/language.ts'
import { loadLanguage } from '../i18n/setup.ts'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './header-controls.module.css'

function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const other = language === 'en' ? 'zh-CN' : 'en'
  const change = async () => {
    await loadLanguage(i18n, other)
    await i18n.changeLanguage(other)
    rememberLanguage(other)
    await navigate({ to: '.', search: previous => ({ ...previous, lang: other }), replace: true })
  }
  return (
    <button type="button" className={classes.control} lang={other} aria-label={t('languageLabel')} onClick={change}>
      {t('language')}
    </button>
  )
}

function SchemeSwitch() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const label = t(dark ? 'scheme.toLight' : 'scheme.toDark')
  return (
    <button
      type="button"
      className={classes.control}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  )
}

export function HeaderControls() {
  return (
    <>
      <LanguageSwitch />
      <SchemeSwitch />
    </>
  )
}
