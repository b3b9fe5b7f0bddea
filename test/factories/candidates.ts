import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import { riskWeights } from '@lvliang/shared/inspections/risk'
import checklist2018 from '../../data/inspections/2018.json' with { type: 'json' }
import { createRecord } from './records.ts'

/** The checklist and settings of inspection as shipped. */
export const checklist = checklist2018 as Checklist

export const weights = riskWeights(checklist.risk)

/** A visit of two inspectors on a day that found nothing amiss. */
export const visited = (date: string) =>
  createRecord('visitRecorded', date, {
    kind: 'routine',
    inspectors: [
      { accountId: 'a', name: '张三' },
      { accountId: 'b', name: '李四' },
    ],
    arrivedAt: `${date}T02:00:00.000Z`,
    leftAt: `${date}T03:00:00.000Z`,
    position: null,
    present: [],
    found: 'open',
    checklist: checklist.version,
    items: [],
    plate: 'notYet',
  })

interface Found {
  on?: string
  dueOn?: string
  severity?: 'general' | 'larger' | 'major'
}

/** An issue found, due in three weeks. */
export const found = ({ on = '2018-07-02', dueOn = '2018-07-23', severity = 'general' }: Found = {}) =>
  createRecord('issueRaised', on, {
    source: 'visit',
    severity,
    safety: false,
    title: '脚手架缺少护栏',
    assigned: true,
    dueOn,
  })

/** A candidate as the API answers it. */
export function createCandidate(overrides: Partial<Candidate> = {}): Candidate {
  return {
    code: 'LL2018-034',
    county: '141124',
    name: '石蕨峁村',
    town: '云杏镇',
    position: { lon: 110.9, lat: 38 },
    stage: 'started',
    verification: 'reportedOnly',
    light: 'yellow',
    risk: { total: 34, parts: { lag: 12, slip: 10, issues: 3, unverified: 4, staleness: 5, exposure: 0 } },
    lastVisitOn: '2018-06-16',
    daysSinceVisit: 45,
    issueCounts: { open: 1, overdue: 0, major: 0 },
    unverifiedStages: 2,
    backdatedStages: 0,
    visitsThisQuarter: 1,
    plannedOn: null,
    recused: false,
    ...overrides,
  }
}
