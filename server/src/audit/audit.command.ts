import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { eachStore, runCommand } from '../db/command.ts'
import { openStoreForReading, type Store } from '../db/open.ts'
import { type AuditHead, findAuditHead } from '../store/append-audit.ts'
import { verifyChain } from './verify-chain.ts'
import { writeAuditCsv } from './write-audit-csv.ts'

const USAGE = `用法 usage:
  npm run audit -- verify [--anchor SEQ:HASH]
  npm run audit -- anchor
  npm run audit -- export FILE`

const WORDS = {
  altered: '内容被改动 / has been altered',
  missing: '缺失 / is missing',
  unchained: '与前一条不相连 / does not follow from the one before',
  anchorDiffers: '与锚点不符 / is not what an anchor says',
}

const now = () => new Date().toISOString()

async function verify(store: Store, anchor: AuditHead | null): Promise<boolean> {
  const { rows, head, broken } = await verifyChain(store, anchor, now)
  if (broken === null) {
    console.log(`${store.folder}: 审计链完整，共 ${rows} 条 / the chain is whole: ${rows} rows`)
    console.log(`${head.seq}:${head.hash}  ${head.at}`)
    return true
  }
  console.error(`${store.folder}: 第 ${broken.seq} 条 / row ${broken.seq}: ${WORDS[broken.what]}`)
  console.error(`其前 ${rows} 条完好 / the ${rows} rows before it are what was written`)
  return false
}

async function printAnchor({ db }: Store): Promise<boolean> {
  const { seq, hash } = await findAuditHead(db)
  console.log(`${seq}:${hash}  ${now()}`)
  return true
}

/** A file that is there already is never written over. */
async function exportTo(file: string, { db }: Store): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: Error) => console.error(`${file}: ${error.message}`))
  if (!handle) return false
  try {
    const head = await findAuditHead(db)
    for await (const chunk of writeAuditCsv(db, {}, { ...head, at: now() })) await handle.appendFile(chunk)
    await handle.sync()
    console.log(`${file}: ${head.seq} 条 / rows`)
    return true
  } finally {
    await handle.close()
  }
}

/** `SEQ:HASH` as the command `anchor` prints it; undefined: it is none. */
function parseAnchor(text: string): AuditHead | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  return seq !== undefined && hash !== undefined ? { seq: Number(seq), hash } : undefined
}

type Work = (store: Store) => Promise<boolean>

/** What the command line asks for; undefined: nothing that could be done. */
function parseWork(args: string[]): Work | undefined {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { anchor: { type: 'string' } } })
  const [act, file, ...more] = positionals
  const anchor = values.anchor === undefined ? null : parseAnchor(values.anchor)
  if (more.length > 0 || anchor === undefined || (anchor !== null && act !== 'verify')) return undefined
  if (act === 'export') return file === undefined ? undefined : store => exportTo(file, store)
  if (file !== undefined) return undefined
  if (act === 'verify') return store => verify(store, anchor)
  return act === 'anchor' ? printAnchor : undefined
}

function workAskedFor(): Work | undefined {
  try {
    return parseWork(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    return undefined
  }
}

runCommand(async () => {
  const work = workAskedFor()
  if (work === undefined) {
    console.error(USAGE)
    return false
  }
  // What `npm start` serves: the live database where there is one.
  const [folder] = eachStore() as [string]
  const store = await openStoreForReading(folder)
  return work(store).finally(() => store.close())
})
