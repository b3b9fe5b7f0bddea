import { useTranslation } from 'react-i18next'
import type { Language } from './language.ts'

/** The language on screen and the key under which data names things in it. */
export function useLanguage(): { language: Language; name: 'zh' | 'en' } {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? { language: 'en', name: 'en' } : { language: 'zh-CN', name: 'zh' }
}
