import { evidence as evidenceEn } from './en/evidence.ts'
import { inspections as en } from './en/inspections.ts'
import { refusal as refusalEn } from './en/refusal.ts'
import { usePageWords } from './use-page-words.ts'
import { evidence } from './zh/evidence.ts'
import { inspections } from './zh/inspections.ts'
import { refusal } from './zh/refusal.ts'

/** The words of every page of inspection. */
export function useInspectionsWords(): void {
  usePageWords({
    inspections: { zh: inspections, en },
    evidence: { zh: evidence, en: evidenceEn },
    refusal: { zh: refusal, en: refusalEn },
  })
}
