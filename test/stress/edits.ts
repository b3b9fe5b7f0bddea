import { createRandom } from '@lvliang/server/register/random'
import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { createFolder } from '../factories/store.ts'
import { type Api, askApi } from './ask-api.ts'
import { editOnce, FIELDS, newTally, type Tally } from './edit-client.ts'
import { findLost } from './edits-kept.ts'
import { groupBy } from './group-by.ts'
import { runCheck } from './run-check.ts'

export interface EditsAsked {
  clients: number
  edits: number
  centres: number
  seed: number
}

interface Worker {
  api: Api
  county: string
  codes: string[]
}

/** So many centres, over as few counties as have four each. */
async function chooseCentres(api: Api, centres: number): Promise<Map<string, string[]>> {
  const { body } = await askApi<{ items: { code: string; countyCode: string }[] }>(api, 'GET', '/api/centres?limit=500')
  const counties = groupBy(body.items, ({ countyCode }) => countyCode)
  const chosen = [...counties.values()].flatMap(items => items.slice(0, 4)).slice(0, centres)
  const grouped = groupBy(chosen, ({ countyCode }) => countyCode)
  return new Map([...grouped].map(([county, items]) => [county, items.map(({ code }) => code)]))
}

async function signIn(url: string, { clients, centres }: EditsAsked): Promise<Worker[]> {
  const leader = { url, cookie: await signInToDemonstration(url) }
  const chosen = [...(await chooseCentres(leader, centres))]
  const workers: Worker[] = []
  for (let i = 0; i < clients; i++) {
    const [county, codes] = chosen[i % chosen.length] as [string, string[]]
    workers.push({ api: { url, cookie: await signInToDemonstration(url, 'county', county) }, county, codes })
  }
  return workers
}

async function work({ api, county, codes }: Worker, name: number, { edits, seed }: EditsAsked, tally: Tally) {
  const random = createRandom(seed * 1000 + name)
  for (let i = 0; i < edits && tally.wrong.length < 10; i++) {
    const code = codes[random.between(0, codes.length - 1)] as string
    const field = FIELDS[random.between(0, FIELDS.length - 1)] as (typeof FIELDS)[number]
    await editOnce(api, { county, code, field, value: `client ${name}, edit ${i}` }, tally)
  }
}

/** Edits that the histories as they are answered do not hold. */
async function findUntold(api: Api, { acknowledged }: Tally): Promise<string[]> {
  const told = new Set<string>()
  for (const code of new Set(acknowledged.map(edit => edit.code))) {
    const { body } = await askApi<CentreDetail>(api, 'GET', `/api/centres/${code}`)
    for (const { id } of body.history) told.add(id)
  }
  return acknowledged.filter(({ id }) => !told.has(id)).map(({ id }) => id)
}

/** Many clients at few centres of a real server, then everything each was told held against what is there. */
export async function runEdits(asked: EditsAsked) {
  const { folder, remove } = await createFolder()
  const server = await startBuiltServer(folder, { LOG_LEVEL: 'warn' })
  try {
    const tally = newTally()
    const workers = await signIn(server.url, asked)
    const started = performance.now()
    await Promise.all(workers.map((worker, i) => work(worker, i, asked, tally)))
    const seconds = (performance.now() - started) / 1000
    const untold = await findUntold((workers[0] as Worker).api, tally)
    await server.stop()
    const kept = await findLost(folder, tally.acknowledged)
    return { ...tally, ...kept, untold, seconds, unsound: await runCheck('check', folder) }
  } finally {
    await server.stop()
    await remove()
  }
}

export type EditsFound = Awaited<ReturnType<typeof runEdits>>

/** Everything that went wrong, in words; empty where all is kept. */
export function complaintsOf(found: EditsFound, { clients, edits }: EditsAsked): string[] {
  const { acknowledged, wrong, lost, untold, overwritten, differing, unsound } = found
  const missing = clients * edits - acknowledged.length
  return [
    ...(missing === 0 ? [] : [`${missing} edits were never acknowledged`]),
    ...wrong.map(what => `answered wrongly: ${what}`),
    ...lost.map(id => `lost: ${id}`),
    ...untold.map(id => `not in the history: ${id}`),
    ...overwritten.map(what => `silent overwrite: ${what}`),
    ...differing.map(what => `state differs from its replay: ${what}`),
    ...(unsound === '' ? [] : [`check: ${unsound}`]),
  ]
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1)

/** The named command: prints the figures, true where nothing is lost and nobody overwritten. */
export async function stressEdits(asked: EditsAsked): Promise<boolean> {
  const found = await runEdits(asked)
  const complaints = complaintsOf(found, asked)
  const times = found.writeMs.toSorted((a, b) => a - b)
  const { acknowledged, conflicts, sameField, lost, overwritten, seconds } = found
  console.log(`${asked.clients} clients × ${asked.edits} edits on ${asked.centres} centres, seed ${asked.seed}`)
  console.log(
    `  ${acknowledged.length} acknowledged in ${seconds.toFixed(0)} s (${(acknowledged.length / seconds).toFixed(0)}/s), ` +
      `a write p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`,
  )
  console.log(`  ${conflicts} conflicts answered 412, ${sameField} of them about the same field`)
  console.log(`  ${lost.length + found.untold.length} lost, ${overwritten.length} silent overwrites`)
  for (const complaint of complaints.slice(0, 20)) console.log(`  BROKEN: ${complaint}`)
  console.log(complaints.length === 0 ? '  kept: records, audit, history, replay and check agree' : '  NOT KEPT')
  return complaints.length === 0
}
