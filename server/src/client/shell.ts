import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { addDays } from '@lvliang/shared/dates/calendar-date'
import { summaryAnswer } from '../board/summary.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { PATHS } from '../paths.ts'
import { planAnswer } from '../plan/plan-answer.ts'
import type { Reader } from '../reader.ts'

export interface Shell {
  appHtml: string
  initialData: unknown
}

type RenderShell = (data: unknown) => string | Promise<string>

async function loadRenderer(): Promise<RenderShell | null> {
  if (!existsSync(PATHS.clientShell)) return null
  const entry = (await import(pathToFileURL(PATHS.clientShell).href)) as { renderShell?: RenderShell }
  return entry.renderShell ?? null
}

/** The board's numbers written into its page, so that they are there before any script has run. */
export function createShells(reader: Reader) {
  const kept = new LruCache<string, Promise<Shell>>(8)
  const renderer = loadRenderer()

  async function make(lang: string): Promise<Shell> {
    const plan = planAnswer(reader)
    const summary = summaryAnswer(reader, {})
    const previousSummary = summaryAnswer(reader, { asOf: addDays(summary.asOf, -7) })
    const initialData = { plan, summary, previousSummary, asOf: summary.asOf, lang }
    const render = await renderer
    return { initialData, appHtml: render ? await render(initialData) : '' }
  }

  return (lang: string): Promise<Shell> => {
    const key = `${reader.ledger.version} ${reader.times.today()} ${lang}`
    const shell = kept.get(key) ?? make(lang)
    kept.set(key, shell)
    return shell
  }
}
