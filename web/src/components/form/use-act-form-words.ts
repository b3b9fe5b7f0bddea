import { actForm as en } from '../../i18n/en/act-form.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { actForm } from '../../i18n/zh/act-form.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

export function useActFormWords(): void {
  usePageWords({ actForm: { zh: actForm, en }, refusal: { zh: refusal, en: refusalEn } })
}
