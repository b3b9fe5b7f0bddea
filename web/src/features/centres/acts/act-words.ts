import { acts as en } from '../../../i18n/en/acts.ts'
import { refusal as refusalEn } from '../../../i18n/en/refusal.ts'
import { usePageWords } from '../../../i18n/use-page-words.ts'
import { acts } from '../../../i18n/zh/acts.ts'
import { refusal } from '../../../i18n/zh/refusal.ts'

export function useActWords(): void {
  usePageWords({ acts: { zh: acts, en }, refusal: { zh: refusal, en: refusalEn } })
}
