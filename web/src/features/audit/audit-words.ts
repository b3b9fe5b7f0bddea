import { audit as en } from '../../i18n/en/audit.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { audit } from '../../i18n/zh/audit.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

export function useAuditWords(): void {
  usePageWords({ audit: { zh: audit, en }, refusal: { zh: refusal, en: refusalEn } })
}
