import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { reports as en } from '../../i18n/en/reports.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { refusal } from '../../i18n/zh/refusal.ts'
import { reports } from '../../i18n/zh/reports.ts'

export function useReportsWords(): void {
  usePageWords({ reports: { zh: reports, en }, refusal: { zh: refusal, en: refusalEn } })
}
