export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'lang'

export const isLanguage = (text: unknown): text is Language => LANGUAGES.includes(text as Language)

/** The language the address asks for, else the one chosen before, else Chinese. */
export function preferredLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (asked === 'zh') return 'zh-CN'
  if (isLanguage(asked)) return asked
  try {
    const stored = localStorage.getItem(KEY)
    return isLanguage(stored) ? stored : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Private windows may refuse storage; the address still carries the choice.
  }
}
