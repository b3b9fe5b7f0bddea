import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import { convertDatum } from '@lvliang/shared/geo/datum'
import type { Village } from '@lvliang/shared/villages/village.schema'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createCentreSheet } from '../../../../../test/factories/county-sheet.ts'
import { ApiError } from '../../../api/client.ts'
import type { CountyMap } from '../../../api/map.queries.ts'
import { showRouted } from '../../../testing/show-routed.tsx'
import { answer, stubApi } from '../../../testing/stub-api.ts'
import { SitingForm } from './siting-form.tsx'

const square = (code: string, west: number): CountyMap['features'][number] => ({
  type: 'Feature',
  properties: { code, name: { zh: '临县', en: 'Lin County' }, labelAt: [west, 38], seat: [west, 38] },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 37.5],
        [west + 1, 37.5],
        [west + 1, 38.5],
        [west, 38.5],
        [west, 37.5],
      ],
    ],
  },
})
const counties: CountyMap = {
  type: 'FeatureCollection',
  features: [square('141124', 110.5), square('141123', 111.5)],
}
const village = (code: string, name: string): Village => ({
  code,
  name,
  initials: 'qp',
  town: '白文镇',
  townCode: code.slice(0, 9),
  countyCode: '141124',
})
const villages = [village('141124101200', '前坡村委会'), village('141124101201', '前坡头村委会')]

const unsited = createCentreSheet({ village: null, town: null, name: 'LL2018-040', position: null, stage: 'proposed' })
const sited = createCentreSheet(
  { town: '白文镇', village: '后坡村', villageCode: '141124101300', position: null },
  { sited: { reported: '2018-03-01', recordedAt: '2018-03-01T02:00:00.000Z' } },
)

function Held({ centre, saved, refusals }: { centre: typeof sited; saved: ChangeCentre[]; refusals: ApiError[] }) {
  const [error, setError] = useState<ApiError | null>(null)
  const save = (body: ChangeCentre) => {
    saved.push(body)
    setError(refusals.shift() ?? null)
  }
  const neighbours = [createCentreSheet({ code: 'LL2018-041', name: '柏影沟村', position: at(110.8, 38) })]
  return (
    <SitingForm centre={centre} neighbours={neighbours} today="2018-07-31" busy={false} error={error} onSave={save} />
  )
}
const at = (lon: number, lat: number) => ({ lon, lat, source: 'test', accuracyM: null })

function showForm(centre = unsited, ...refusals: ApiError[]) {
  const saved: ChangeCentre[] = []
  stubApi({
    'GET /map/counties.geojson': () => answer(counties),
    'GET /map/base.geojson': () => answer({ type: 'FeatureCollection', features: [] }),
    'GET /villages': () => answer({ items: villages, total: 2 }),
  })
  showRouted(<Held centre={centre} saved={saved} refusals={refusals} />)
  return saved
}
const search = page.getByRole('combobox', { name: '建设村' })
const coordinates = page.getByLabelText('坐标', { exact: true })
const map = page.getByRole('region', { name: '在地图上点选位置' })

test('a village is sited by its name and two presses of Enter', async () => {
  const saved = showForm()
  await expect.element(search).toHaveFocus()
  await userEvent.keyboard('前坡{Enter}')
  await expect.element(page.getByText('白文镇 前坡村 141124101200')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(saved).toEqual([
    {
      id: expect.any(String),
      facts: { town: '白文镇', village: '前坡村', villageCode: '141124101200' },
      siting: { id: expect.any(String), date: '2018-07-31' },
    },
  ])
})

test('arrows choose another village of the list', async () => {
  const saved = showForm()
  await search.fill('前坡')
  await expect.element(page.getByRole('option', { name: /前坡头/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}{Enter}')
  expect(saved[0]?.facts.villageCode).toBe('141124101201')
})

test('without a village nothing is saved, and it is said at the field', async () => {
  const saved = showForm()
  await page.getByRole('button', { name: '保存选址' }).click()
  await expect.element(search).toHaveAccessibleDescription(/再从列表中选一个/)
  expect(saved).toEqual([])
})

test('a village the gazetteer does not know is typed in', async () => {
  const saved = showForm()
  await page.getByRole('button', { name: '手工填写' }).click()
  await page.getByLabelText('乡镇').fill('白文镇')
  await page.getByLabelText('村名').fill('新庄村')
  await page.getByLabelText('人口').fill('1,080')
  await page.getByRole('button', { name: '保存选址' }).click()
  expect(saved[0]?.facts).toEqual({
    town: '白文镇',
    village: '新庄村',
    population: { value: 1080, basis: 'unstated', year: null },
  })
})

test('pasted coordinates are read, told and saved to the last digit', async () => {
  const saved = showForm(sited)
  await coordinates.fill('北纬38.0123456° 东经111.1°')
  await expect.element(page.getByText('识别为东经北纬：东经 111.10000°，北纬 38.01235°')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(saved[0]).toEqual({
    id: expect.any(String),
    facts: { position: { lon: 111.1, lat: 38.0123456, source: '填写坐标', accuracyM: null } },
  })
})

test('a link of a map service is converted by itself', async () => {
  const saved = showForm(sited)
  const [lon, lat] = convertDatum([111.1, 38], 'wgs84', 'gcj02')
  await coordinates.fill(`https://uri.amap.com/marker?position=${lon},${lat}`)
  await expect.element(page.getByText('换算为 WGS-84：东经 111.10000°，北纬 38.00000°')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(saved[0]?.facts.position).toMatchObject({ lon: 111.1, lat: 38, source: '填写坐标（由 GCJ-02 换算）' })
})

test('a point across the border by the shift of a map is told and the conversion offered', async () => {
  const saved = showForm(sited)
  const [lon, lat] = convertDatum([111.4985, 38], 'wgs84', 'gcj02')
  await coordinates.fill(`${lat}, ${lon}`)
  await expect.element(page.getByText(/位置在县界外约 \d+ 米/)).toBeVisible()
  await page.getByRole('button', { name: '按 GCJ-02 换算' }).click()
  await expect.element(page.getByText(/位置在县界外/)).not.toBeInTheDocument()
  await page.getByRole('button', { name: '保存修改' }).click()
  expect(saved[0]?.facts.position?.lon).toBeCloseTo(111.4985, 5)
})

test('what is no position is said, and nothing saved', async () => {
  const saved = showForm(sited)
  await coordinates.fill('111.1')
  await expect.element(coordinates).toHaveAccessibleDescription(/还缺经度或纬度/)
  await userEvent.keyboard('{Enter}')
  expect(saved).toEqual([])
})

test('a doubt is told at its field and may be insisted on as the same act', async () => {
  const doubt = {
    pointer: '/facts/position',
    code: 'outsideCounty',
    message: '在县界外约 8.8 公里。 / 8.8 km outside.',
  }
  const saved = showForm(sited, new ApiError(422, 'doubtful', doubt.message, { errors: [doubt] }))
  await coordinates.fill('38, 111.6')
  await expect.element(page.getByText('位置在县界外约 8.8 公里。')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(coordinates).toHaveAccessibleDescription(/在县界外约 8.8 公里。/)
  await page.getByRole('button', { name: '仍然保存' }).click()
  expect(saved[1]).toEqual({ ...saved[0], acceptDoubts: true })
})

test('a doubt about one place is not accepted for another', async () => {
  const saved = showForm(sited, new ApiError(422, 'doubtful', '', { errors: [] }))
  await coordinates.fill('38, 111.6')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: '仍然保存' })).toBeVisible()
  await coordinates.fill('38, 111.7')
  await page.getByRole('button', { name: '保存修改' }).click()
  expect(saved[1]).not.toHaveProperty('acceptDoubts')
  expect(saved[1]?.id).not.toBe(saved[0]?.id)
})

test('a place pressed on the map is the position, as exact as a hand on that map', async () => {
  const saved = showForm(sited)
  await map.click()
  await expect.poll(() => (coordinates.element() as HTMLInputElement).value).toMatch(/^3\d\.\d{5}, 11\d\.\d{5}$/)
  await page.getByRole('button', { name: '保存修改' }).click()
  expect(saved[0]?.facts.position).toMatchObject({ source: '地图点选' })
  expect(saved[0]?.facts.position?.accuracyM).toBeGreaterThan(50)
  expect(document.querySelectorAll('.siting-mark')).toHaveLength(1)
})

test('by keyboard Enter takes the middle of the map and saves nothing', async () => {
  const saved = showForm(sited)
  await expect.element(map).toBeVisible()
  ;(map.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => (coordinates.element() as HTMLInputElement).value).toMatch(/^3\d\.\d{5}, 11\d\.\d{5}$/)
  expect(saved).toEqual([])
})

test('what is as it was is not saved', async () => {
  const saved = showForm(sited)
  await page.getByRole('button', { name: '保存修改' }).click()
  await expect.element(page.getByText('没有修改，不用保存。')).toBeVisible()
  expect(saved).toEqual([])
})
