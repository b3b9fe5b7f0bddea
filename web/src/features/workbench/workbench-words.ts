import { sheetWords } from '../../components/sheet-grid/sheet-words.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { workbench as en } from '../../i18n/en/workbench.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { refusal } from '../../i18n/zh/refusal.ts'
import { workbench } from '../../i18n/zh/workbench.ts'

export function useWorkbenchWords(): void {
  usePageWords({ workbench: { zh: workbench, en }, sheet: sheetWords, refusal: { zh: refusal, en: refusalEn } })
}
