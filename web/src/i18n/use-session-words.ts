import { refusal as refusalEn } from './en/refusal.ts'
import { session as sessionEn } from './en/session.ts'
import { usePageWords } from './use-page-words.ts'
import { refusal } from './zh/refusal.ts'
import { session } from './zh/session.ts'

/** The words of signing in and out, for every lazy part that says them. */
export function useSessionWords(): void {
  usePageWords({ session: { zh: session, en: sessionEn }, refusal: { zh: refusal, en: refusalEn } })
}
