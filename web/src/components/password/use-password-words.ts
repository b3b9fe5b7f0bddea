import { newPassword as en } from '../../i18n/en/new-password.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { newPassword as zh } from '../../i18n/zh/new-password.ts'

export function usePasswordWords(): void {
  usePageWords({ newPassword: { zh, en } })
}
