import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { LruCache } from '../lib/lru-cache.ts'
import { PATHS } from '../paths.ts'

export interface Shell {
  appHtml: string
  initialData: unknown
}

/** What the page of the board shows first, and what changes when it does. */
export interface ShellSource {
  epoch: () => string
  data: () => object
}

type RenderShell = (data: unknown) => string | Promise<string>

async function loadRenderer(): Promise<RenderShell | null> {
  if (!existsSync(PATHS.clientShell)) return null
  const entry = (await import(pathToFileURL(PATHS.clientShell).href)) as { renderShell?: RenderShell }
  return entry.renderShell ?? null
}

/** The board's numbers written into its page, so that they are there before any script has run. */
export function createShells({ epoch, data }: ShellSource) {
  const kept = new LruCache<string, Promise<Shell>>(8)
  const renderer = loadRenderer()

  async function make(lang: string): Promise<Shell> {
    const initialData = { ...data(), lang }
    const render = await renderer
    return { initialData, appHtml: render ? await render(initialData) : '' }
  }

  return (lang: string): Promise<Shell> => {
    const key = `${epoch()} ${lang}`
    const shell = kept.get(key) ?? make(lang)
    kept.set(key, shell)
    return shell
  }
}
