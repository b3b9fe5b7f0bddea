import { createHash } from 'node:crypto'
import { openStore, openStoreForReading } from '@lvliang/server/db/open'
import { foldAll } from '@lvliang/server/store/derive-state'
import { findProgramme } from '@lvliang/server/store/programme.repo'
import { readPlanFile } from '@lvliang/server/store/read-plan'
import { deriveAllState } from '@lvliang/server/store/rebuild-state'
import { listRows, toRecord } from '@lvliang/server/store/record.repo'
import { listRollups, listStates } from '@lvliang/server/store/state.repo'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { fundCell } from '@lvliang/shared/centres/state'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { hasLive, load, makeDataDir } from '../fixtures/registers/load.ts'
import { csvBytes, csvText, csvWith, GOOD, OTHER, tableOf } from '../fixtures/registers/table.ts'
import { xlsxBytes } from '../fixtures/registers/xlsx-bytes.ts'

async function stored(dataDir: string) {
  const store = await openStoreForReading(`${dataDir}/live`)
  const records = (await listRows(store.db)).map(toRecord)
  const programme = await findProgramme(store.db)
  const derived = await deriveAllState(store.db)
  const [states, rollups] = [await listStates(store.db), await listRollups(store.db)]
  await store.close()
  const stateOf = (code: string) => foldAll(records.filter(({ centreCode }) => centreCode === code))
  return { records, programme, derived, states, rollups, stateOf }
}

const saying = (records: CentreRecord[]) =>
  records.map(({ centreCode, kind, date, body }) => ({ centreCode, kind, date, body }))
const both = csvBytes(tableOf([GOOD, OTHER]))

test('a register becomes records about the days it states', async () => {
  const dataDir = makeDataDir()
  const { outcome, written } = await load(csvWith({}), dataDir)
  expect([outcome, written]).toEqual(['loaded', { records: 8, newSlots: 1, changedCentres: 1 }])
  const { records } = await stored(dataDir)
  expect(records.every(({ origin }) => origin === 'register')).toBe(true)
  expect(saying(records)).toEqual([
    {
      centreCode: 'LL2018-001',
      kind: 'facts',
      date: '2018-03-08',
      body: {
        facts: {
          town: '柏泉乡',
          village: '柏影沟村',
          villageCode: '141102900001',
          population: { value: 1260, basis: 'resident', year: null },
          build: 'newBuild',
          areaM2: 260,
          meals: true,
          position: { lon: 111.2, lat: 37.5, source: 'register', accuracyM: null },
          planned: { started: '2018-05-25' },
        },
      },
    },
    { centreCode: 'LL2018-001', kind: 'stageReported', date: '2018-03-08', body: { stage: 'sited' } },
    { centreCode: 'LL2018-001', kind: 'stageReported', date: '2018-04-20', body: { stage: 'approved' } },
    { centreCode: 'LL2018-001', kind: 'stageReported', date: '2018-05-20', body: { stage: 'started' } },
    {
      centreCode: 'LL2018-001',
      kind: 'stageVerified',
      date: '2018-03-08',
      body: { stage: 'sited', recognisedOn: '2018-03-08', disputes: false },
    },
    {
      centreCode: 'LL2018-001',
      kind: 'stageVerified',
      date: '2018-05-20',
      body: { stage: 'started', recognisedOn: '2018-05-20', disputes: false },
    },
    {
      centreCode: 'LL2018-001',
      kind: 'fundEntry',
      date: '2018-07-31',
      body: { source: 'provincialBudget', kind: 'issued', documentNo: null, amountFen: 5_000_000 },
    },
    {
      centreCode: 'LL2018-001',
      kind: 'fundEntry',
      date: '2018-07-31',
      body: { source: 'provincialBudget', kind: 'disbursed', documentNo: null, amountFen: 2_500_000 },
    },
  ])
})

test('state and roll-ups follow from the records, and quotas from the rows', async () => {
  const dataDir = makeDataDir()
  await load(both, dataDir)
  const { derived, states, rollups, programme } = await stored(dataDir)
  expect(states).toEqual([...derived.states].sort((a, b) => (a.code < b.code ? -1 : 1)))
  expect(rollups).toEqual(derived.rollups)
  expect(programme?.slots.map(({ code }) => code)).toEqual(['LL2018-001', 'LL2018-002'])
  expect(programme?.plan.counties.map(({ quota }) => quota)).toEqual([2, ...new Array(12).fill(0)])
})

test('a second load of the same file changes nothing', async () => {
  const dataDir = makeDataDir()
  await load(both, dataDir)
  const before = await stored(dataDir)
  const { outcome, written } = await load(both, dataDir)
  expect([outcome, written]).toEqual(['loaded', { records: 0, newSlots: 0, changedCentres: 0 }])
  expect(await stored(dataDir).then(({ records }) => records)).toEqual(before.records)
})

test('each load is one row of the audit, whatever it changed: which file, and how much of it was new', async () => {
  const dataDir = makeDataDir()
  await load(both, dataDir, { fileName: '台账.csv' })
  const refused = await load(csvWith({ 选址日期: '5月' }), dataDir)
  const tried = await load(both, dataDir, { isDryRun: true })
  expect([refused.outcome, tried.outcome]).toEqual(['refused', 'clean'])
  await load(both, dataDir)
  const store = await openStoreForReading(`${dataDir}/live`)
  const acts = await store.db.selectFrom('audit').selectAll().orderBy('seq').execute()
  await store.close()
  const sha256 = createHash('sha256').update(both).digest('hex')
  const shared = { rows: 2, asOf: '2018-07-31', sha256 }
  expect(acts.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
    { ...shared, records: 16, newSlots: 2, changedCentres: 2 },
    { ...shared, records: 0, newSlots: 0, changedCentres: 0 },
  ])
  const act = { operation: 'loadRegister', outcome: 'done', username: 'console', address: null, before: null }
  expect(acts).toMatchObject([
    { ...act, subject: 'register/台账.csv' },
    { ...act, subject: 'register/register.csv' },
  ])
})

test('rows without a code find their slots again', async () => {
  const dataDir = makeDataDir()
  const rows = [
    { ...GOOD, 编号: '', 村代码: '' },
    { ...OTHER, 编号: '', 村代码: '', '县(市、区)': '临县', 经度: '', 纬度: '' },
    { ...OTHER, 编号: '' },
  ]
  await load(csvBytes(tableOf(rows)), dataDir)
  const first = await stored(dataDir)
  expect(first.programme?.slots.map(({ code, countyCode }) => [code, countyCode])).toEqual([
    ['LL2018-001', '141102'],
    ['LL2018-002', '141102'],
    ['LL2018-003', '141124'],
  ])
  const { written } = await load(csvBytes(tableOf(rows.toReversed())), dataDir)
  expect(written.records).toBe(0)
})

test('GB18030, UTF-8 with a byte-order mark and a workbook state the same', async () => {
  const table = tableOf([GOOD, OTHER])
  const files = [
    iconv.encode(csvText(table), 'gb18030'),
    new TextEncoder().encode(`\uFEFF${csvText(table).replaceAll('\r\n', '\n')}`),
    xlsxBytes({ name: '台账', rows: table.map(row => row.map(cell => cell || null)) }),
    xlsxBytes([
      { name: '封面', rows: [['封面']] },
      { name: '台账', inline: true, rows: [['2018年台账'], [], ...table.map(row => row.map(cell => cell || null))] },
    ]),
  ]
  const reference = makeDataDir()
  await load(both, reference)
  const expected = saying((await stored(reference)).records)
  for (const file of files) {
    const dataDir = makeDataDir()
    expect((await load(file, dataDir)).outcome).toBe('loaded')
    expect(saying((await stored(dataDir)).records)).toEqual(expected)
  }
})

test('serials of both date systems are the same days', async () => {
  const headers = ['县', '村', '选址日期', '开工日期']
  const of = (rows: (string | number)[][], date1904: boolean) => xlsxBytes({ rows: [headers, ...rows] }, date1904)
  for (const bytes of [of([['临县', '某村', 43_167, 43_240.5]], false), of([['临县', '某村', 41_705, 41_778]], true)]) {
    const dataDir = makeDataDir()
    await load(bytes, dataDir, { asOf: null })
    const { records } = await stored(dataDir)
    expect(records.filter(({ kind }) => kind === 'stageReported').map(({ date }) => date)).toEqual([
      '2018-03-08',
      '2018-05-20',
    ])
  }
})

test('a dry run and a refusal leave no trace', async () => {
  const dataDir = makeDataDir()
  const { outcome, written } = await load(both, dataDir, { isDryRun: true })
  expect([outcome, written.records]).toEqual(['clean', 16])
  expect(hasLive(dataDir)).toBe(false)
  await load(both, dataDir)
  const before = await stored(dataDir)
  expect((await load(csvWith({ 备注: '改' }), dataDir, { isDryRun: true })).written.records).toBe(1)
  expect((await load(csvWith({ 备注: '改', 常住人口: '多' }), dataDir)).outcome).toBe('refused')
  expect((await stored(dataDir)).records).toEqual(before.records)
})

test('a load is refused while another process writes', async () => {
  const dataDir = makeDataDir()
  await load(both, dataDir)
  const server = await openStore(`${dataDir}/live`)
  await expect(load(csvWith({ 备注: '改' }), dataDir)).rejects.toMatchObject({ code: 'storeLocked' })
  await server.close()
  expect((await load(csvWith({ 备注: '改' }), dataDir)).written.records).toBe(1)
})

test('a village without a stage day is held and stays proposed until sited', async () => {
  const dataDir = makeDataDir()
  const held = csvBytes([
    ['县', '村', '人口'],
    ['临县', '云畔村', '900'],
  ])
  await load(held, dataDir, { asOf: null })
  const before = await stored(dataDir)
  expect(before.records.map(({ kind, date }) => [kind, date])).toEqual([['facts', '2018-01-01']])
  expect(before.stateOf('LL2018-001').stage).toBe('proposed')
  const sited = csvBytes([
    ['县', '村', '人口', '选址日期'],
    ['141124', '云畔村委会', '900', '3月8日'],
  ])
  await load(sited, dataDir, { asOf: null })
  const after = await stored(dataDir)
  expect(after.records).toHaveLength(3)
  expect(after.stateOf('LL2018-001')).toMatchObject({ stage: 'sited', facts: { village: '云畔村委会' } })
})

test('what a later load changes wins, and what it leaves blank stays', async () => {
  const dataDir = makeDataDir()
  await load(csvWith({}), dataDir)
  const { written } = await load(
    csvWith({
      常住人口: '1300',
      选址日期: '2018-03-05',
      开工日期: '2018-05-22',
      建设方式: '',
      '省级财政下达(万元)': '',
    }),
    dataDir,
  )
  expect(written.changedCentres).toBe(1)
  const { stateOf } = await stored(dataDir)
  expect(stateOf('LL2018-001')).toMatchObject({
    facts: { population: { value: 1300 }, build: 'newBuild' },
    reported: { sited: { date: '2018-03-05' }, started: { date: '2018-05-22' } },
    checked: { started: { recognisedOn: '2018-05-20', disputes: true } },
  })
})

test('cumulative money becomes the difference, a lower sum reversals of the newest entries', async () => {
  const dataDir = makeDataDir()
  const upTo = (asOf: string, issued: string) =>
    load(
      csvWith({ 开工日期: '', '开工日期(核实)': '', '省级财政下达(万元)': issued, '省级财政拨付(万元)': '' }),
      dataDir,
      { asOf },
    )
  await upTo('2018-05-31', '2')
  await upTo('2018-06-30', '4.5')
  await upTo('2018-07-31', '1.25')
  const { records, stateOf } = await stored(dataDir)
  const funds = records.filter(record => record.kind === 'fundEntry')
  expect(funds.map(({ date, body }) => [date, body.amountFen, body.reverses])).toEqual([
    ['2018-05-31', 2_000_000, undefined],
    ['2018-06-30', 2_500_000, undefined],
    ['2018-07-31', 2_500_000, funds[1]?.id],
    ['2018-07-31', 750_000, funds[0]?.id],
  ])
  expect(stateOf('LL2018-001').funds[fundCell('provincialBudget', 'issued')]).toBe(1_250_000)
})

test('money for a day past fits in before what is stated since, which stays as it is', async () => {
  const dataDir = makeDataDir()
  const upTo = (asOf: string, issued: string) =>
    load(
      csvWith({ 开工日期: '', '开工日期(核实)': '', '省级财政下达(万元)': issued, '省级财政拨付(万元)': '' }),
      dataDir,
      { asOf },
    )
  const issuedBy = async (day: string) =>
    (await stored(dataDir)).records
      .filter(record => record.kind === 'fundEntry')
      .filter(({ date }) => date <= day)
      .reduce((sum, { body }) => sum + (body.reverses === undefined ? body.amountFen : -body.amountFen), 0)
  await upTo('2018-05-31', '1')
  await upTo('2018-07-31', '4')
  for (const issued of ['2.5', '2', '3']) {
    expect((await upTo('2018-06-30', issued)).outcome).toBe('loaded')
    const sums = [await issuedBy('2018-05-31'), await issuedBy('2018-06-30'), await issuedBy('2018-07-31')]
    expect(sums).toEqual([1_000_000, Number(issued) * 1_000_000, 4_000_000])
  }
  const again = await upTo('2018-07-31', '4')
  expect(again.written.records).toBe(0)
  const { outcome, problems } = await upTo('2018-06-30', '4.5')
  expect(outcome).toBe('refused')
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      code: 'moneyLater',
      row: 2,
      column: '省级财政下达(万元)',
      right: { zh: '不超过 4 万元，或改用更晚的 --as-of' },
    },
  ])
})

test('accepted doubts load with a badge, once', async () => {
  const dataDir = makeDataDir()
  const odd = csvWith({ 经度: '37.5', 纬度: '111.2', 审批日期: '2018-03-01' })
  expect((await load(odd, dataDir, { acceptsAnomalies: true })).outcome).toBe('loaded')
  const { stateOf } = await stored(dataDir)
  expect(
    stateOf('LL2018-001')
      .doubts.map(({ code }) => code)
      .sort(),
  ).toEqual(['dayOrder', 'positionSwapped'])
  expect(stateOf('LL2018-001').facts.position).toMatchObject({ lon: 111.2, lat: 37.5 })
  expect((await load(odd, dataDir, { acceptsAnomalies: true })).written.records).toBe(0)
  expect((await load(csvWith({ 经度: '0', 纬度: '0' }), dataDir, { acceptsAnomalies: true })).outcome).toBe('refused')
})

test('a given plan makes every slot of its quotas', async () => {
  const dataDir = makeDataDir()
  const plan = readPlanFile()
  const rows = [
    { ...GOOD, 编号: '' },
    { ...OTHER, 编号: 'LL2018-004' },
  ]
  await load(csvBytes(tableOf(rows)), dataDir, { plan })
  const { programme, stateOf, rollups } = await stored(dataDir)
  expect(programme?.slots).toHaveLength(90)
  expect(programme?.plan).toEqual(plan)
  expect(rollups.map(({ quota }) => quota)).toEqual(plan.counties.map(({ quota }) => quota))
  expect(stateOf('LL2018-001').facts.village).toBe('柏影沟村')
  expect(stateOf('LL2018-004').facts.village).toBe('槐序庄')
})

test('rows beyond the quota of a plan open new slots once accepted', async () => {
  const dataDir = makeDataDir()
  const names = ['甲坪村', '乙坪村', '丙坪村', '丁坪村', '戊坪村', '己坪村', '庚坪村']
  const rows = names.map((name, i) => ({ ...GOOD, 编号: i === 6 ? 'LL2018-200' : '', 村代码: '', 建设村: name }))
  const { outcome } = await load(csvBytes(tableOf(rows)), dataDir, { plan: readPlanFile(), acceptsAnomalies: true })
  expect(outcome).toBe('loaded')
  const { programme, stateOf, rollups } = await stored(dataDir)
  const added = programme?.slots.slice(90).map(({ code, countyCode, ordinal }) => [code, countyCode, ordinal])
  expect(added).toEqual([
    ['LL2018-200', '141102', 91],
    ['LL2018-201', '141102', 92],
  ])
  expect([programme?.plan.counties[0]?.quota, rollups[0]?.quota]).toEqual([7, 7])
  expect(stateOf('LL2018-200').doubts.map(({ code }) => code)).toEqual(['overQuota'])
  expect(stateOf('LL2018-001').doubts).toEqual([])
})

test('positions of another datum are kept in WGS-84', async () => {
  const dataDir = makeDataDir()
  await load(csvWith({ 经度: '111.206095', 纬度: '37.500613' }), dataDir, { datum: 'gcj02' })
  const { position } = (await stored(dataDir)).stateOf('LL2018-001').facts
  expect(position?.lon).toBeCloseTo(111.2, 3)
  expect(position?.lat).toBeCloseTo(37.5, 3)
  expect(position?.source).toBe('register:gcj02')
})

test.each([
  ['480 m over the border to the next county', '离石区', '111.5125,37.55', []],
  ['570 m over it', '离石区', '111.5135,37.55', ['positionOtherCounty']],
  ['200 m outside every county', '兴县', '111.1,38.702', []],
  ['700 m outside every county', '兴县', '111.1,38.707', ['positionNowhere']],
])('%s of a map simplified to tens of metres', async (_, county, position, codes) => {
  const bytes = csvBytes([
    ['县', '村', '坐标'],
    [county, '云畔村', position],
  ])
  const { problems } = await load(bytes, makeDataDir(), { asOf: null, isDryRun: true })
  expect(problems.filter(({ severity }) => severity !== 'note').map(({ code }) => code)).toEqual(codes)
})
