import type { Issue, IssueDetail, IssuePage } from '@lvliang/shared/inspections/issue.schema'

/** A fixed id for each number. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An issue of a centre as lists show it: being rectified, due in ten days. */
export const createIssue = (overrides: Partial<Issue> = {}): Issue => ({
  id: idOf(1),
  number: 'WT2018-0001',
  county: '141124',
  centre: { code: 'LL2018-035', name: '石沟村' },
  source: 'visit',
  severity: 'larger',
  safety: false,
  title: '南墙窗下有贯通裂缝',
  item: null,
  state: 'rectifying',
  foundOn: '2018-07-20',
  dueOn: '2018-08-10',
  overdueDays: 0,
  closedOn: null,
  raisedBy: '市督查组',
  mine: false,
  updatedAt: '2018-07-20T02:00:00.000Z',
  version: 2,
  ...overrides,
})

/** An issue on its page. */
export const createIssueDetail = (overrides: Partial<IssueDetail> = {}): IssueDetail => ({
  ...createIssue(overrides),
  description: null,
  about: null,
  visitId: null,
  repeats: null,
  repeatedBy: [],
  photoIds: [],
  moves: [],
  may: [],
  ...overrides,
})

/** A step as it was made. */
export const createMoveMade = (
  overrides: Partial<IssueDetail['moves'][number]> = {},
): IssueDetail['moves'][number] => ({
  id: idOf(100),
  move: 'start',
  from: 'assigned',
  to: 'rectifying',
  on: '2018-07-21',
  at: '2018-07-21T02:00:00.000Z',
  by: '临县民政局',
  note: null,
  photoIds: [],
  dueOn: null,
  visitId: null,
  ...overrides,
})

/** A page of issues, the only one unless told. */
export const createIssuePage = (items: Issue[], overrides: Partial<IssuePage> = {}): IssuePage => ({
  asOf: '2018-07-31',
  items,
  total: items.length,
  counts: { open: items.length, overdue: 0, major: 0 },
  nextCursor: null,
  ...overrides,
})
