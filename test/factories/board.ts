import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre, CentreDetail, MilestoneState } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { MILESTONES, type MilestoneId, STAGES } from '@lvliang/shared/plan/stage'
import plan2018 from '../../data/plan/2018.json' with { type: 'json' }

export const NO_ISSUES = { open: 0, overdue: 0, major: 0 }
const NO_MONEY = { plannedFen: 9_000_000_00, issuedFen: 0, disbursedFen: 0, receivedFen: 0, paidFen: 0 }

/** The shipped plan as the API answers it. */
export const plan: Plan = {
  ...(plan2018 as unknown as Plan),
  target: 90,
  today: '2018-07-31',
  latestDay: '2018-12-31',
  demonstration: true,
  policyVersion: 'test',
  stages: plan2018.stages.map((stage, order) => ({ ...stage, order, percent: 0 })) as Plan['stages'],
}

const dueOf = (id: MilestoneId) => plan.milestones.find(milestone => milestone.id === id)!.due

const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>

const untouched = (id: MilestoneId) => ({
  id,
  due: dueOf(id),
  done: 0,
  onTime: 0,
  backdated: 0,
  late: 0,
  overdue: 0,
  notDue: 90,
  verified: 0,
})

/** A day on which nothing has happened yet, but for what is said. */
export function createSummary(overrides: Partial<Summary> = {}): Summary {
  return {
    asOf: '2018-07-31',
    target: 90,
    scheduledPercent: 40,
    filtered: false,
    byStage: { ...zeros([...STAGES, 'unverified'] as const), proposed: 90 },
    byLight: { red: 0, yellow: 0, green: 90, blue: 0 },
    byVerification: { verified: 0, reportedOnly: 0, disputed: 0, none: 90 },
    milestones: MILESTONES.map(untouched),
    funding: { bySource: [], total: NO_MONEY, unsplitFen: { issued: 0, disbursed: 0, received: 0, paid: 0 } },
    unlocated: 0,
    issueCounts: NO_ISSUES,
    percent: 0,
    counties: [],
    ...overrides,
  }
}

export function withNode(summary: Summary, id: MilestoneId, counts: Partial<Summary['milestones'][number]>): Summary {
  const milestones = summary.milestones.map(count => (count.id === id ? { ...count, ...counts } : count))
  return { ...summary, milestones }
}

const notDone = (id: MilestoneId): MilestoneState => ({
  due: dueOf(id),
  planned: null,
  reported: null,
  verified: null,
  done: false,
  completedOn: null,
  outcome: 'notDue',
  overdueDays: 0,
  forecast: null,
  floatDays: null,
  backdatedDays: null,
})

export function createCentre(overrides: Partial<Centre> = {}): Centre {
  return {
    code: 'LL2018-001',
    countyCode: '141102',
    town: '云杏镇',
    village: '石蕨峁村',
    villageCode: null,
    name: '石蕨峁村',
    population: null,
    priority: false,
    build: null,
    meals: null,
    areaM2: null,
    position: { lon: 111.2, lat: 37.5, source: 'test', accuracyM: null },
    stage: 'started',
    verifiedStage: null,
    verification: 'reportedOnly',
    percent: 20,
    scheduledPercent: 40,
    light: { colour: 'green', reasons: [], justified: null },
    overlay: null,
    badges: [],
    milestones: Object.fromEntries(MILESTONES.map(id => [id, notDone(id)])) as Centre['milestones'],
    funding: NO_MONEY,
    updatedAt: null,
    issueCounts: NO_ISSUES,
    version: 1,
    ...overrides,
  }
}

export function createDetail(overrides: Partial<CentreDetail> = {}): CentreDetail {
  return {
    ...createCentre(),
    people: { leader: null, unit: null, person: null, phone: null, builder: null },
    note: null,
    planned: {},
    stages: [],
    relocations: [],
    delayRequests: [],
    fundLines: [],
    overlays: [],
    latestSafeStart: null,
    lightHistory: [],
    history: [],
    documents: [],
    photos: [],
    visits: [],
    issues: [],
    asOf: '2018-07-31',
    ...overrides,
  }
}
