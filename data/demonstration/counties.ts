import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Pace } from './paces.ts'

/** How one county goes about the year: every county differs. */
export interface CountyProfile {
  code: string
  name: string
  /** The office that enters for the county. */
  office: string
  /** The paces of its slots, in code order. */
  paces: Pace[]
  /** Days on which the county meeting fixes villages; slots take them in turn. */
  sitedOn: CalendarDate[]
  /** Days from a stage to its entry: between these. */
  entryLag: [number, number]
  /** The day the county splits the lumps of the year before. */
  splitOn: CalendarDate
  /** Days until money sent by the city has arrived. */
  receiptLag: number
  /** Of 100 villages, how many have 1,000 people and more. */
  largeVillages: number
  /** Added to every stage after the foundation. */
  slowDays: number
}

const words = (paces: string) => paces.split(' ') as Pace[]

const profile = (
  code: string,
  name: string,
  paces: string,
  rest: Omit<CountyProfile, 'code' | 'name' | 'office' | 'paces'>,
): CountyProfile => ({ code, name, office: `${name}民政局`, paces: words(paces), ...rest })

export const COUNTIES: CountyProfile[] = [
  profile('141102', '离石区', 'swift steady lagging swift steady', {
    sitedOn: ['2018-02-27', '2018-03-06'],
    entryLag: [0, 3],
    splitOn: '2018-03-22',
    receiptLag: 13,
    largeVillages: 40,
    slowDays: 0,
  }),
  profile('141121', '文水县', 'swift swift swift steady swift swift', {
    sitedOn: ['2018-02-07', '2018-02-12'],
    entryLag: [0, 1],
    splitOn: '2018-03-19',
    receiptLag: 9,
    largeVillages: 66,
    slowDays: 0,
  }),
  profile('141122', '交城县', 'steady swift lagging swift steady', {
    sitedOn: ['2018-03-01', '2018-03-08'],
    entryLag: [0, 4],
    splitOn: '2018-03-26',
    receiptLag: 15,
    largeVillages: 30,
    slowDays: 0,
  }),
  profile(
    '141123',
    '兴县',
    'swift steady laggingLate late steady stopped lagging idle steady laggingLate steady lagging',
    {
      sitedOn: ['2018-03-02', '2018-03-08', '2018-03-10'],
      entryLag: [1, 5],
      splitOn: '2018-04-02',
      receiptLag: 36,
      largeVillages: 84,
      slowDays: 3,
    },
  ),
  profile(
    '141124',
    '临县',
    'lagging steady idle laggingLate idle swift lagging late lagging idle steady idle laggingLate steady',
    {
      sitedOn: ['2018-03-05', '2018-03-09', '2018-03-10'],
      entryLag: [2, 6],
      splitOn: '2018-04-12',
      receiptLag: 49,
      largeVillages: 68,
      slowDays: 7,
    },
  ),
  profile('141125', '柳林县', 'swift steady late lagging swift steady', {
    sitedOn: ['2018-02-28', '2018-03-07'],
    entryLag: [0, 4],
    splitOn: '2018-03-23',
    receiptLag: 13,
    largeVillages: 48,
    slowDays: 0,
  }),
  profile('141126', '石楼县', 'lagging steady idle swift stopped late laggingLate steady', {
    sitedOn: ['2018-03-06', '2018-03-09'],
    entryLag: [1, 5],
    splitOn: '2018-04-04',
    receiptLag: 36,
    largeVillages: 58,
    slowDays: 4,
  }),
  profile('141127', '岚县', 'steady lagging swift stopped late laggingLate steady', {
    sitedOn: ['2018-03-02', '2018-03-09'],
    entryLag: [1, 4],
    splitOn: '2018-03-29',
    receiptLag: 34,
    largeVillages: 42,
    slowDays: 1,
  }),
  profile('141128', '方山县', 'steady lagging moved swift steady lagging steady', {
    sitedOn: ['2018-03-06', '2018-03-06', '2018-03-02'],
    entryLag: [1, 5],
    splitOn: '2018-03-30',
    receiptLag: 33,
    largeVillages: 40,
    slowDays: 1,
  }),
  profile('141129', '中阳县', 'swift steady swift steady swift', {
    sitedOn: ['2018-02-26', '2018-03-05'],
    entryLag: [0, 3],
    splitOn: '2018-03-21',
    receiptLag: 12,
    largeVillages: 40,
    slowDays: 0,
  }),
  profile('141130', '交口县', 'steady stopped late lagging swift', {
    sitedOn: ['2018-03-05', '2018-03-08'],
    entryLag: [1, 4],
    splitOn: '2018-03-28',
    receiptLag: 27,
    largeVillages: 30,
    slowDays: 2,
  }),
  profile('141181', '孝义市', 'swift steady swift swift steady', {
    sitedOn: ['2018-02-09', '2018-03-01'],
    entryLag: [0, 2],
    splitOn: '2018-03-20',
    receiptLag: 10,
    largeVillages: 60,
    slowDays: 0,
  }),
  profile('141182', '汾阳市', 'steady swift lagging swift steady', {
    sitedOn: ['2018-02-27', '2018-03-06'],
    entryLag: [0, 3],
    splitOn: '2018-03-22',
    receiptLag: 12,
    largeVillages: 60,
    slowDays: 0,
  }),
]
