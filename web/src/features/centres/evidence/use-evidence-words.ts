import { evidence as en } from '../../../i18n/en/evidence.ts'
import { usePageWords } from '../../../i18n/use-page-words.ts'
import { evidence } from '../../../i18n/zh/evidence.ts'

export function useEvidenceWords(): void {
  usePageWords({ evidence: { zh: evidence, en } })
}
