import { eachDay } from '@lvliang/shared/dates/calendar-date'
import { expect, test } from 'vitest'
import { curveRows } from './curve-table.ts'

const point = (date: string) => ({
  date,
  scheduledPercent: 0,
  reportedPercent: null,
  verifiedPercent: null,
  sited: null,
  started: null,
  mainStructure: null,
})

test('the table holds the month ends, the nodes and the day shown', () => {
  const curve = { asOf: '2018-03-20', points: eachDay('2018-03-01', '2018-04-30').map(point) }
  const node = {
    id: 'siteSelection',
    stage: 'sited',
    due: '2018-03-10',
    origin: 'plan',
    name: { zh: '', en: '' },
  } as const
  expect(curveRows(curve, [node]).map(({ date, why }) => `${date} ${why}`)).toEqual([
    '2018-03-10 siteSelection',
    '2018-03-20 asOf',
    '2018-03-31 monthEnd',
    '2018-04-30 monthEnd',
  ])
})
