import 'i18next'
import type { PageWords } from './page-words.ts'
import type { resources } from './zh/resources.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof resources & PageWords
  }
}
