import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditAnchor, AuditPage, AuditVerification } from '@lvliang/shared/audit/audit.schema'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAct } from '../../../test/factories/audit.ts'
import { createLiveApp, NOON } from '../../../test/factories/store.ts'
import { ANCHORS_FILE } from '../db/open.ts'
import { type AuditAct, appendAudit, CONSOLE } from '../store/append-audit.ts'
import { keepAnchor } from '../store/audit-anchors.ts'

/** The app as an auditor asks it, over an audit of these acts. */
async function openAudit(acts: readonly AuditAct[]) {
  const live = await createLiveApp()
  const auditor = await live.as({ principal: 'auditor' })
  const { db } = live.store
  const append = (...more: readonly AuditAct[]) =>
    db.transaction().execute(async trx => {
      for (const act of more) await appendAudit(trx, act)
    })
  await append(...acts)
  const ask = (path: string) => auditor.request(`/api/audit${path}`)
  return {
    ...live,
    auditor,
    append,
    ask,
    async get<T = AuditPage>(path: string): Promise<T> {
      const response = await ask(path)
      expect(response.status, path).toBe(200)
      return (await response.json()) as T
    },
  }
}

type Audit = Awaited<ReturnType<typeof openAudit>>

async function auditForTest(acts: readonly AuditAct[]): Promise<Audit> {
  const audit = await openAudit(acts)
  onTestFinished(audit.close)
  return audit
}

const acts = (count: number) => Array.from({ length: count }, (_, i) => createAct(i + 1))
const seqsOf = ({ items }: AuditPage) => items.map(({ seq }) => seq)
const descending = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i)

describe('the list', () => {
  let audit: Audit
  beforeAll(async () => {
    audit = await openAudit(acts(60))
  })
  afterAll(() => audit.close())

  test('gives every act, newest first, with what it was before and after as JSON', async () => {
    const page = await audit.get('')
    expect(seqsOf(page)).toEqual(descending(60, 1))
    expect(page).toMatchObject({ total: 60, nextCursor: null })
    expect(page.items[0]).toMatchObject({
      at: '2018-07-03T16:00:00.000Z',
      username: 'user10',
      role: 'county',
      county: '141124',
      address: '10.0.0.60',
      requestId: 'request-60',
      operation: 'signIn',
      outcome: 'done',
      subject: 'account/10',
      before: { disabled: false, version: 60 },
      after: { disabled: true, version: 61 },
      previousHash: page.items[1]?.hash,
    })
  })

  test.each([
    ['the days it is asked about, as they are in Shanghai', '?from=2018-07-02&to=2018-07-02', descending(35, 12)],
    ['one side of the days alone', '?to=2018-07-01', descending(11, 1)],
    ['the other side alone', '?from=2018-07-04', [60]],
    ['one user', '?username=user07', [57, 32, 7]],
    ['one operation', '?operation=changeAccount&to=2018-07-01', [9, 5, 1]],
    ['what was refused', '?outcome=refused&to=2018-07-01', [10, 6, 2]],
    ['what was done', '?outcome=done&to=2018-07-01', [9, 8, 5, 4, 1]],
    ['a kind of subject by its beginning', '?subject=account/2&from=2018-07-03', descending(49, 45)],
    ['one subject', '?subject=account/03', [53, 28, 3]],
    ['all filters at once', '?from=2018-07-02&username=user03&operation=signIn&outcome=done&subject=account/', [28]],
    ['nothing where nothing passes', '?username=nobody', []],
  ])('gives %s, and counts the same', async (_, query, seqs) => {
    const page = await audit.get(query)
    expect(seqsOf(page)).toEqual(seqs)
    expect(page.total).toBe(seqs.length)
  })

  test('leads from page to page through every row that passes, once, whatever is written meanwhile', async () => {
    const walk = await auditForTest(acts(25))
    const first = await walk.get('?operation=signIn&limit=2')
    await walk.append(createAct(28))
    const second = await walk.get(`?operation=signIn&limit=2&cursor=${first.nextCursor}`)
    const third = await walk.get(`?operation=signIn&limit=2&cursor=${second.nextCursor}`)
    expect([first, second, third].map(seqsOf)).toEqual([
      [24, 20],
      [16, 12],
      [8, 4],
    ])
    expect([third.nextCursor, first.total, third.total]).toEqual([null, 6, 7])
  })

  test('names every operation there is a row of', async () => {
    const { operations } = await audit.get('?limit=1&username=nobody')
    expect(operations).toEqual(['changeAccount', 'listCentres', 'loadRegister', 'signIn'])
  })

  test.each([
    ['?limit=0', '/query/limit'],
    ['?limit=501', '/query/limit'],
    ['?from=2018-7-1', '/query/from'],
    ['?outcome=maybe', '/query/outcome'],
    ['?cursor=MA', '/query/cursor'],
    ['?cursor=nonsense', '/query/cursor'],
    ['?user=x', '/query/user'],
    ['.csv?limit=3', '/query/limit'],
    ['/verification?seq=1', '/query/hash'],
    [`/verification?hash=${'0'.repeat(64)}`, '/query/seq'],
    ['/verification?seq=1&hash=xyz', '/query/hash'],
  ])('refuses %s and points at it', async (query, pointer) => {
    const response = await audit.ask(query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] })
  })

  test.each(['', '.csv', '/verification', '/anchor'])('is never cached: GET /api/audit%s', async path => {
    const { headers } = await audit.ask(path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('etag')).toBeNull()
  })
})

test('looking at the audit leaves no trace in it', async () => {
  const audit = await auditForTest(acts(3))
  for (const path of ['', '.csv', '/verification', '/anchor']) await (await audit.ask(path)).text()
  expect((await audit.get('')).total).toBe(3)
})

test('a row that somebody made unreadable is shown as it stands', async () => {
  const audit = await auditForTest(acts(1))
  await sql`drop trigger audit_refuses_update`.execute(audit.store.db)
  await sql`pragma ignore_check_constraints = on`.execute(audit.store.db)
  await sql`update audit set after = '{'`.execute(audit.store.db)
  expect((await audit.get('')).items[0]?.after).toBe('{')
  expect(await audit.get<AuditVerification>('/verification')).toMatchObject({ broken: { seq: 1, what: 'altered' } })
})

describe('the CSV', () => {
  const linesOf = (text: string) => text.slice(1).split('\r\n')

  test('holds the rows that pass, oldest first, and ends with the head of the chain', async () => {
    const audit = await auditForTest(acts(60))
    const response = await audit.ask('.csv?username=user07')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit-2018-07-31.csv"')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = linesOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    const { seq, hash, at } = await audit.get<AuditAnchor>('/anchor')
    expect(lines[0]).toMatch(/^序号,北京时间,时刻\(UTC\),用户名,/)
    expect(lines.slice(1, 4).map(line => line.split(',')[0])).toEqual(['7', '32', '57'])
    expect(lines[1]).toContain('7,2018-07-01 19:00:00.000,2018-07-01T11:00:00.000Z,user07,')
    expect(lines[1]).toContain('"{""disabled"":false,""version"":7}"')
    expect(lines.slice(4)).toEqual(['', '导出行数,3', `链头序号,${seq}`, `链头哈希,${hash}`, `导出时刻(UTC),${at}`, ''])
    expect(seq).toBe(60)
  })

  test('cannot carry a formula into a spreadsheet', async () => {
    const actor = { ...CONSOLE, username: '=cmd|x', address: '@SUM(A1)', requestId: '+1' }
    const audit = await auditForTest([createAct(1, { actor, subject: '-2', before: '=1', after: -3 })])
    const [, line] = linesOf(await (await audit.ask('.csv')).text())
    expect(line).toContain(`,'=cmd|x,`)
    expect(line).toContain(`,'@SUM(A1),'+1,`)
    expect(line).toContain(`,'-2,"""=1""",'-3,`)
  })

  test('is whole beyond one chunk', async () => {
    const audit = await auditForTest(acts(2500))
    const lines = linesOf(await (await audit.ask('.csv')).text())
    expect(lines.slice(1, 2501).map(line => Number(line.split(',')[0]))).toEqual(descending(2500, 1).reverse())
    expect(lines.slice(2501, 2503)).toEqual(['', '导出行数,2500'])
  })
})

describe('verification', () => {
  const verify = (audit: Audit, query = '') => audit.get<AuditVerification>(`/verification${query}`)
  const query = ({ seq, hash }: { seq: number; hash: string }) => `?seq=${seq}&hash=${hash}`

  async function tamper({ store }: Audit, statement: string) {
    for (const act of ['update', 'delete']) await sql.raw(`drop trigger audit_refuses_${act}`).execute(store.db)
    await sql.raw(statement).execute(store.db)
  }

  test('finds an untouched chain whole, held against an anchor kept elsewhere, too', async () => {
    const audit = await auditForTest(acts(10))
    const anchor = await audit.get<AuditAnchor>('/anchor')
    expect(anchor).toEqual({ seq: 10, hash: expect.stringMatching(/^[0-9a-f]{64}$/), at: new Date(NOON).toISOString() })
    expect(await verify(audit)).toEqual({ whole: true, rows: 10, head: anchor, broken: null })
    await audit.append(createAct(11))
    expect(await verify(audit, query(anchor))).toMatchObject({ whole: true, rows: 11 })
  })

  test('names the first row that is not what was written', async () => {
    const audit = await auditForTest(acts(10))
    await tamper(audit, `update audit set username = 'nobody' where seq in (4, 7)`)
    expect(await verify(audit)).toMatchObject({ whole: false, rows: 3, broken: { seq: 4, what: 'altered' } })
  })

  test('holds the chain against the anchors the server keeps beside the database', async () => {
    const audit = await auditForTest(acts(10))
    await keepAnchor(audit.store, '2018-07-31T04:00:00.000Z')
    await tamper(audit, 'delete from audit where seq > 8')
    expect(await verify(audit)).toMatchObject({ whole: false, rows: 8, broken: { seq: 9, what: 'missing' } })
  })

  test('holds it against an anchor kept elsewhere when those beside the database are gone', async () => {
    const audit = await auditForTest(acts(10))
    const anchor = await audit.get<AuditAnchor>('/anchor')
    await tamper(audit, 'delete from audit where seq > 8')
    writeFileSync(join(audit.store.folder, ANCHORS_FILE), '')
    expect(await verify(audit)).toMatchObject({ whole: true, rows: 8 })
    expect(await verify(audit, query(anchor))).toMatchObject({ broken: { seq: 9, what: 'missing' } })
    const other = { seq: 5, hash: anchor.hash }
    expect(await verify(audit, query(other))).toMatchObject({ broken: { seq: 5, what: 'anchorDiffers' } })
  })

  test('an empty audit is whole', async () => {
    const audit = await auditForTest([])
    const head = { seq: 0, hash: '0'.repeat(64), at: new Date(NOON).toISOString() }
    expect(await verify(audit)).toEqual({ whole: true, rows: 0, head, broken: null })
    expect(await audit.get('')).toEqual({ items: [], total: 0, nextCursor: null, operations: [] })
  })
})

test('a download breaks off when the session it is sent to ends', async () => {
  const audit = await auditForTest(acts(2500))
  const reader = ((await audit.ask('.csv')).body as ReadableStream<Uint8Array>).getReader()
  expect((await reader.read()).done).toBe(false)
  expect((await audit.auditor.request('/api/auth/sign-out', { method: 'POST' })).status).toBe(204)
  const rest = async () => {
    let bytes = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length
    return bytes
  }
  await expect(rest()).rejects.toThrow(/会话已结束/)
})
