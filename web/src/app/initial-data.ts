import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { QueryClient } from '@tanstack/react-query'
import { boardQueries } from '../api/board.queries.ts'
import { planQueries } from '../api/plan.queries.ts'
import type { Language } from '../i18n/language.ts'

/** What the server puts into the page of the board, so that its numbers need no second trip. */
export interface InitialData {
  plan: Plan
  summary: Summary
  previousSummary: Summary
  asOf: string
  lang: Language
}

export function readInitialData(): InitialData | null {
  const text = document.getElementById('initial-data')?.textContent
  return text ? (JSON.parse(text) as InitialData) : null
}

export function seedQueries(client: QueryClient, initial: InitialData): void {
  client.setQueryData(planQueries.current().queryKey, initial.plan)
  client.setQueryData(boardQueries.summary({}).queryKey, initial.summary)
  client.setQueryData(boardQueries.summary({ asOf: initial.previousSummary.asOf }).queryKey, initial.previousSummary)
}
