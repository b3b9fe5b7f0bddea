import { ownAccount as en } from '../../i18n/en/own-account.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { ownAccount } from '../../i18n/zh/own-account.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

/** What is said about one's own account, on its page and where a second factor is asked for on the way in. */
export function useOwnAccountWords(): void {
  usePageWords({ ownAccount: { zh: ownAccount, en }, refusal: { zh: refusal, en: refusalEn } })
}
