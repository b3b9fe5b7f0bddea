import { refusal as refusalEn } from '../../../i18n/en/refusal.ts'
import { siting as en } from '../../../i18n/en/siting.ts'
import { usePageWords } from '../../../i18n/use-page-words.ts'
import { refusal } from '../../../i18n/zh/refusal.ts'
import { siting } from '../../../i18n/zh/siting.ts'

export function useSitingWords(): void {
  usePageWords({ siting: { zh: siting, en }, refusal: { zh: refusal, en: refusalEn } })
}
