import { evidence as en } from '../../i18n/en/evidence.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { evidence } from '../../i18n/zh/evidence.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

export function useEvidenceWords(): void {
  usePageWords({ evidence: { zh: evidence, en }, refusal: { zh: refusal, en: refusalEn } })
}
