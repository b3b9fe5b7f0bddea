import { accounts as en } from '../../i18n/en/accounts.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { accounts } from '../../i18n/zh/accounts.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

export function useAccountsWords(): void {
  usePageWords({ accounts: { zh: accounts, en }, refusal: { zh: refusal, en: refusalEn } })
}
