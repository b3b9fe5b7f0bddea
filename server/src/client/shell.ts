import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import { log } from '../http/log.ts'
import { LruCache } from '../lib/lru-cache.ts'

export interface Shell {
  appHtml: string
  initialData: object
}

/** What the page of the board shows first, and what changes when it does. */
export interface ShellSource {
  epoch: () => string
  board: () => object
}

type RenderShell = (data: unknown) => string | Promise<string>

async function loadRenderer(path: string): Promise<RenderShell | null> {
  if (!existsSync(path)) return null
  const entry = (await import(pathToFileURL(path).href)) as { renderShell?: RenderShell }
  return entry.renderShell ?? null
}

/** A few for each of the people at work. */
const KEPT_SHELLS = 64

/** The board's numbers written into its page, so that they are there before any script has run. */
export function createShells({ epoch, board }: ShellSource, rendererPath: string) {
  const kept = new LruCache<string, Promise<Shell>>(KEPT_SHELLS)
  let renderer: ReturnType<typeof loadRenderer> | undefined

  /** Without its first picture the page still works: the client draws it. */
  async function renderOrLeave(initialData: unknown): Promise<string> {
    try {
      renderer ??= loadRenderer(rendererPath)
      return (await (await renderer)?.(initialData)) ?? ''
    } catch (error) {
      log().error({ err: error }, 'first picture not drawn')
      return ''
    }
  }

  async function make(lang: string, me: Me): Promise<Shell> {
    const initialData = { ...board(), lang }
    return { initialData, appHtml: await renderOrLeave({ ...initialData, me }) }
  }

  return (lang: string, me: Me): Promise<Shell> => {
    const key = `${epoch()} ${lang} ${JSON.stringify({ ...me, endsAt: null })}`
    const shell = kept.get(key) ?? make(lang, me)
    kept.set(key, shell)
    return shell
  }
}
