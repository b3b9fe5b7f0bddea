import { open } from 'node:fs/promises'
import { eachStore, runCommand } from '../db/command.ts'
import { openStoreForReading, type Store } from '../db/open.ts'
import { type AuditHead, findAuditHead } from '../store/append-audit.ts'
import { type AuditWork, parseAuditOptions } from './audit-options.ts'
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

function perform(work: AuditWork, store: Store): Promise<boolean> {
  if (work.act === 'verify') return verify(store, work.anchor)
  return work.act === 'anchor' ? printAnchor(store) : exportTo(work.file, store)
}

runCommand(async () => {
  const work = parseAuditOptions(process.argv.slice(2))
  if (work === null) {
    console.error(USAGE)
    return false
  }
  // What `npm start` serves: the live database where there is one.
  const [folder] = eachStore() as [string]
  const store = await openStoreForReading(folder)
  return perform(work, store).finally(() => store.close())
})
