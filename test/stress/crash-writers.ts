import { createHash, randomUUID } from 'node:crypto'
import type { Random } from '@lvliang/server/register/random'
import type { ActDone, CountySheet } from '@lvliang/shared/centres/act.schema'
import { eachDay } from '@lvliang/shared/dates/calendar-date'
import sharp from 'sharp'
import { type Api, askApi } from './ask-api.ts'

/** Records and photos the server said it has stored. */
export interface Promised {
  records: { id: string; code: string; body: string }[]
  photos: { id: string; code: string; sha256: string }[]
  /** Answers that are neither a success nor the end of the server. */
  wrong: string[]
}

/** A county's clerk who writes one centre of hers, and nobody else does. */
export interface Writer {
  api: Api
  county: string
  code: string
  random: Random
}

const DAYS = eachDay('2018-03-01', '2018-07-30')

/** A picture nobody has seen. */
function takePhoto({ random }: Writer): Promise<Buffer> {
  const [width, height] = [random.between(60, 300), random.between(60, 300)]
  const background = { r: random.between(0, 255), g: random.between(0, 255), b: random.between(0, 255) }
  const noise = { type: 'gaussian' as const, mean: random.between(60, 180), sigma: 30 }
  return sharp({ create: { width, height, channels: 3, background, noise } })
    .jpeg()
    .toBuffer()
}

async function sendPhoto(writer: Writer, { photos, wrong }: Promised): Promise<void> {
  const { api, code } = writer
  const bytes = await takePhoto(writer)
  const id = randomUUID()
  const headers = { cookie: api.cookie, origin: api.url, 'content-type': 'image/jpeg' }
  const response = await fetch(`${api.url}/api/photos?id=${id}&centre=${code}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(bytes),
  })
  const answer = await response.text()
  // Too many uploads at once is an answer, and stores nothing.
  if (response.status === 503) return
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (response.status !== 201) wrong.push(`photo of ${code}: ${response.status} ${answer.slice(0, 300)}`)
  else if ((JSON.parse(answer) as { sha256: string }).sha256 !== sha256) wrong.push(`photo ${id} has another hash`)
  else photos.push({ id, code, sha256 })
}

/** Facts stated or a stage reported, by turns of chance; answers the version after it. */
async function sendRecord({ api, code, random }: Writer, version: number, { records, wrong }: Promised) {
  const id = randomUUID()
  const facts = { note: `entry ${id}`, leader: `officer ${random.between(1, 1e6)}` }
  const report = { stage: 'started', date: DAYS[random.between(0, DAYS.length - 1)], note: `report ${id}` }
  const isReport = random.chance(40)
  const { status, body } = await askApi<ActDone>(
    api,
    isReport ? 'POST' : 'PATCH',
    `/api/centres/${code}${isReport ? '/stage-records' : ''}`,
    { version, body: isReport ? { id, ...report, acceptDoubts: true } : { id, facts } },
  )
  if (status !== 201) {
    wrong.push(`${code} from version ${version}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
    return version
  }
  records.push({ id, code, body: isReport ? report.note : facts.note })
  return body.centre.version
}

/** Writes until the server is gone. */
export async function writeUntilGone(writer: Writer, promised: Promised, isGone: () => boolean): Promise<void> {
  const { api, county, code, random } = writer
  try {
    const { body } = await askApi<CountySheet>(api, 'GET', `/api/counties/${county}`)
    let version = body.items.find(item => item.code === code)?.version ?? 0
    while (!isGone() && promised.wrong.length < 10) {
      if (random.chance(20)) await sendPhoto(writer, promised)
      else version = await sendRecord(writer, version, promised)
    }
  } catch (error) {
    // What was under way when the server died was never acknowledged.
    if (!isGone()) promised.wrong.push(String(error))
  }
}
