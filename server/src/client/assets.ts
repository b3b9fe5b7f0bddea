import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { preferredEncoding } from '../http/accept-encoding.ts'
import { Answer, send } from '../http/answer.ts'
import { assetType } from './asset-types.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Pages, what was compressed beforehand, and what a build keeps for itself. */
const NOT_SERVED = /(\.(html|br|gz)$)|(^|[/\\])\./

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
}

const optional = (path: string) => (existsSync(path) ? readFileSync(path) : undefined)

function readAsset(folder: string, name: string): Answer {
  const path = join(folder, name)
  return new Answer({
    body: readFileSync(path),
    contentType: assetType(name),
    headers: { 'cache-control': name.startsWith(`assets${sep}`) ? IMMUTABLE : 'no-cache', vary: 'Accept-Encoding' },
    compressed: { br: optional(`${path}.br`), gzip: optional(`${path}.gz`) },
  })
}

/** The built client's files, read once; hashed names never change. Pages are made elsewhere. */
export class Assets {
  readonly #answers = new Map<string, Answer>()

  constructor(folder: string) {
    for (const name of filesIn(folder)) {
      if (NOT_SERVED.test(name)) continue
      this.#answers.set(`/${name.split(sep).join('/')}`, readAsset(folder, name))
    }
  }

  async serve(path: string, request: Request): Promise<Response | undefined> {
    const answer = this.#answers.get(path)
    if (!answer) return undefined
    const representation = await answer.in(preferredEncoding(request.headers.get('accept-encoding')))
    return send(representation, request.headers.get('if-none-match'))
  }
}
