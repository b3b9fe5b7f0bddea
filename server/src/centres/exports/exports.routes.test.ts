import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import { parseHeader } from '@lvliang/shared/register/columns'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemonstrationApp } from '../../../../test/factories/demonstration.ts'
import { createRecord, report } from '../../../../test/factories/records.ts'
import { createLiveApp } from '../../../../test/factories/store.ts'

let demonstration: Awaited<ReturnType<typeof openDemonstrationApp>>
beforeAll(async () => {
  demonstration = await openDemonstrationApp()
})
afterAll(() => demonstration.close())

const text = async (path: string) => (await demonstration.app.request(path)).text()

describe('CSV', () => {
  const body = async (path: string) =>
    Buffer.from(await (await demonstration.app.request(path)).arrayBuffer()).toString()

  test('begins with a BOM, ends its lines with CRLF and has one for each slot', async () => {
    const csv = await body('/api/centres.csv')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const lines = csv.slice(1).split('\r\n')
    expect(lines).toHaveLength(92)
    expect(lines.at(-1)).toBe('')
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n')
    expect(lines[1]).toMatch(/^LL2018-001,离石区,.*,2018-07-31,演示数据（虚构）$/)
  })

  test('is headed so that it can be loaded again as a register', async () => {
    const [heads = ''] = (await body('/api/centres.csv')).slice(1).split('\r\n')
    const own = heads.split(',').slice(0, heads.split(',').indexOf('阶段'))
    expect(own.filter(head => parseHeader(head) === null)).toEqual([])
    expect(own).toHaveLength(48)
  })

  test('follows the filters and the order of the list', async () => {
    const query = 'county=141124&sort=-percent'
    const { items } = await demonstration.get<CentrePage>(`/api/centres?${query}`)
    const codes = (await body(`/api/centres.csv?${query}`)).slice(1).split('\r\n').slice(1, -1)
    expect(codes.map(line => line.split(',')[0])).toEqual(items.map(({ code }) => code))
  })

  test('cannot carry a formula into a spreadsheet', async () => {
    const facts = createRecord('facts', '2018-03-01', {
      facts: { village: '=1+1', town: '@SUM(A1)', builder: '+86,"x"' },
    })
    const live = await createLiveApp([facts, report('sited', '2018-03-05')])
    const csv = await (await live.app.request('/api/centres.csv?q=LL2018-034')).text()
    expect(csv).toContain(`,'@SUM(A1),'=1+1,`)
    expect(csv).toContain(`,"'+86,""x""",`)
    await live.close()
  })
})

test('GeoJSON holds every slot, a point in WGS-84 where it is located and no geometry where not', async () => {
  const { items } = await demonstration.get<CentrePage>('/api/centres')
  const { features } = JSON.parse(await text('/api/centres.geojson')) as {
    features: { id: string; geometry: { type: string; coordinates: number[] } | null }[]
  }
  expect(features.map(({ id, geometry }) => [id, geometry?.coordinates])).toEqual(
    items.map(({ code, position }) => [code, position ? [position.lon, position.lat] : undefined]),
  )
})

describe('the 台账', () => {
  async function sheetOf(path: string) {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(await (await demonstration.app.request(path)).arrayBuffer())
    return workbook.worksheets[0] as exceljs.Worksheet
  }

  test('has a merged title, its day, grouped heads and a row for each slot', async () => {
    const sheet = await sheetOf('/api/centres.xlsx')
    expect(sheet.getCell('A1').value).toMatch(/台账$/)
    expect(sheet.getCell('B1').master.address).toBe('A1')
    expect(sheet.getCell('A2').value).toMatch(/截至：2018-07-31.*演示数据（虚构）/)
    expect(sheet.getCell('A3').value).toBe('基本情况')
    expect(sheet.getCell('D3').master.address).toBe('A3')
    expect(sheet.getCell('A4').value).toBe('编号')
    expect(sheet.getCell('A5').value).toBe('LL2018-001')
    expect(sheet.rowCount).toBe(94)
  })

  test('prints on A4 landscape one page wide with its heads on every page and in view', async () => {
    const sheet = await sheetOf('/api/centres.xlsx?county=141124')
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
    })
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 4, ySplit: 4 })
  })

  test('money adds up to the summary', async () => {
    const sheet = await sheetOf('/api/centres.xlsx')
    const heads = (sheet.getRow(4).values as string[]).slice(1)
    const paid = heads.indexOf('支付') + 1
    let sum = 0
    for (let row = 5; row <= 94; row++) sum += Number(sheet.getCell(row, paid).value)
    const summary = await demonstration.get<{ funding: { total: { paidFen: number } } }>('/api/summary')
    expect(Math.round(sum * 1_000_000)).toBe(summary.funding.total.paidFen)
  })
})
