import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { LruCache } from '../lib/lru-cache.ts'

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

async function loadRenderer(path: string): Promise<RenderShell | null> {
  if (!existsSync(path)) return null
  const entry = (await import(pathToFileURL(path).href)) as { renderShell?: RenderShell }
  return entry.renderShell ?? null
}

/** The board's numbers written into its page, so that they are there before any script has run. */
export function createShells({ epoch, data }: ShellSource, rendererPath: string) {
  const kept = new LruCache<string, Promise<Shell>>(8)
  let renderer: ReturnType<typeof loadRenderer> | undefined

  /** Without its first picture the page still works: the client draws it. */
  async function renderOrLeave(initialData: unknown): Promise<string> {
    try {
      renderer ??= loadRenderer(rendererPath)
      return (await (await renderer)?.(initialData)) ?? ''
    } catch (error) {
      console.error(error)
      return ''
    }
  }

  async function make(lang: string): Promise<Shell> {
    const initialData = { ...data(), lang }
    return { initialData, appHtml: await renderOrLeave(initialData) }
  }

  return (lang: string): Promise<Shell> => {
    const key = `${epoch()} ${lang}`
    const shell = kept.get(key) ?? make(lang)
    kept.set(key, shell)
    return shell
  }
}
