import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './language.ts'
import { resources as zh } from './zh/resources.ts'

type Resources = { [N in keyof typeof zh]: object }

/** An i18next with Chinese ready and the given other languages; every language is complete, as its type proves. */
export function createTranslator(language: Language, others: Partial<Record<Language, Resources>> = {}): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    ns: Object.keys(zh),
    defaultNS: 'common',
    resources: { 'zh-CN': zh, ...others },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  })
  return instance
}

/** Fetches the words of a language that is not in the first load. */
export async function loadLanguage(instance: i18n, language: Language): Promise<void> {
  if (instance.hasResourceBundle(language, 'common')) return
  const { resources } = await import('./en/resources.ts')
  for (const [namespace, words] of Object.entries(resources)) instance.addResourceBundle(language, namespace, words)
}
