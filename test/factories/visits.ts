import { randomUUID } from 'node:crypto'
import type { Finding, PlanVisit, RecordVisit } from '@lvliang/shared/inspections/visit.schema'
import type { LiveApp } from './store.ts'

/** Where the visits of the tests go: 临县's first slot. */
export const CENTRE = 'LL2018-034'
export const COUNTY = '141124'

/** A visit of this morning that found everything right. */
export const createVisit = (overrides: Partial<RecordVisit> = {}): RecordVisit => ({
  centre: CENTRE,
  kind: 'routine',
  arrivedAt: '2018-07-31T01:00:00.000Z',
  leftAt: '2018-07-31T02:30:00.000Z',
  position: { lon: 110.99, lat: 37.95, accuracyM: 12 },
  present: ['王支书'],
  found: 'open',
  checklist: '2018.1',
  items: [],
  plate: 'notYet',
  inspectors: [],
  findings: [],
  ...overrides,
})

export const createFinding = (overrides: Partial<Finding> = {}): Finding => ({
  id: randomUUID(),
  severity: 'larger',
  title: '基槽积水',
  ...overrides,
})

export const createVisitPlan = (overrides: Partial<PlanVisit> = {}): PlanVisit => ({
  id: randomUUID(),
  centre: CENTRE,
  kind: 'routine',
  plannedOn: '2018-08-02',
  inspectors: [],
  ...overrides,
})

/** Photos of a centre as if they had been added. */
export function addPhotos({ evidence }: Pick<LiveApp, 'evidence'>, count: number, centreCode = CENTRE): string[] {
  return Array.from({ length: count }, (_, i) => {
    const id = randomUUID()
    evidence.add({
      seq: i + 1,
      id,
      kind: 'photo',
      sha256: id.replaceAll('-', '').repeat(2),
      mediaType: 'image/jpeg',
      bytes: 1000,
      name: '现场.jpg',
      countyCode: COUNTY,
      centreCode,
      stage: null,
      width: 800,
      height: 600,
      takenAt: null,
      takenPosition: null,
      addedAt: '2018-07-31T02:00:00.000Z',
      addedBy: '市督查组',
      accountId: null,
    })
    return id
  })
}
