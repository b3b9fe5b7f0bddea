import { useTranslation } from 'react-i18next'
import type { PageWords } from './page-words.ts'
import type { Translation } from './translation.ts'

type WordsOf<N extends keyof PageWords> = { zh: PageWords[N]; en: Translation<PageWords[N]> }

/**
 * Makes words known that come with a lazy page, in every language, so that switching needs no second trip.
 * Called by the page before any of its parts is drawn.
 */
export function usePageWords(words: { [N in keyof PageWords]?: WordsOf<N> }): void {
  const { i18n } = useTranslation()
  for (const [namespace, { zh, en }] of Object.entries(words)) {
    if (i18n.hasResourceBundle('zh-CN', namespace)) continue
    i18n.addResourceBundle('zh-CN', namespace, zh)
    i18n.addResourceBundle('en', namespace, en)
  }
}
