import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { QueryClient } from '@tanstack/react-query'
import { boardQueries } from '../api/board.queries.ts'
import { planQueries } from '../api/plan.queries.ts'
import type { Language } from '../i18n/language.ts'
import { meQueries, readMe } from '../session/me.queries.ts'

/** What the server puts into every page, so that what it shows first needs no second trip. */
export interface InitialData {
  lang: Language
  /** Who is signed in; null: nobody. */
  me: Me | null
  /** What the sign-in page offers, where nobody is. */
  signIn: SignInOptions | null
  /** The place reached in the order of entry when the page was made. */
  lastEvent?: number
  /** The numbers of the board, in its own page. */
  plan?: Plan
  summary?: Summary
  previousSummary?: Summary
  asOf?: string
}

export function readInitialData(): InitialData | null {
  const text = document.getElementById('initial-data')?.textContent
  return text ? (JSON.parse(text) as InitialData) : null
}

export function seedQueries(client: QueryClient, initial: InitialData): void {
  const { me, signIn, plan, summary, previousSummary } = initial
  client.setQueryData(meQueries.current().queryKey, me)
  if (signIn) client.setQueryData(meQueries.signInOptions().queryKey, signIn)
  if (plan) client.setQueryData(planQueries.current().queryKey, plan)
  if (summary) client.setQueryData(boardQueries.summary({}).queryKey, summary)
  if (previousSummary) {
    client.setQueryData(boardQueries.summary({ asOf: previousSummary.asOf }).queryKey, previousSummary)
  }
}

/** Knows who is signed in before the first render: from the page, or where no server wrote it, by asking. */
export async function seedSession(client: QueryClient): Promise<void> {
  const initial = readInitialData()
  if (initial) seedQueries(client, initial)
  else client.setQueryData(meQueries.current().queryKey, await readMe())
}
