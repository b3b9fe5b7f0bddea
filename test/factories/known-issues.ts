import { readFileSync } from 'node:fs'
import { checklistSchema } from '@lvliang/shared/inspections/checklist.schema'
import type { KnownIssue, MoveMade } from '@lvliang/shared/inspections/issue-state'

/** The checklist as shipped. */
export const checklist = checklistSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/inspections/2018.json', import.meta.url), 'utf8')),
)

export const createMoveMade = (overrides: Partial<MoveMade> = {}): MoveMade => ({
  id: '7d0a5a3e-0000-4000-8000-000000000001',
  move: 'start',
  from: 'assigned',
  to: 'rectifying',
  on: '2018-07-20',
  at: '2018-07-20T04:00:00.000Z',
  by: '临县民政局',
  accountId: 'clerk',
  note: null,
  photoIds: [],
  dueOn: null,
  visitId: null,
  ...overrides,
})

/** An issue of a centre of 临县 that an inspector raised. */
export const createKnownIssue = (overrides: Partial<KnownIssue> = {}): KnownIssue => ({
  id: '7d0a5a3e-0000-4000-8000-000000000000',
  source: 'spot',
  severity: 'larger',
  safety: false,
  title: '灭火器过期',
  state: 'assigned',
  foundOn: '2018-07-16',
  dueOn: '2018-07-30',
  raisedAt: '2018-07-16T04:00:00.000Z',
  raisedBy: '市督查组',
  raiserId: 'raiser',
  ownerId: 'raiser',
  closedOn: null,
  updatedAt: '2018-07-16T04:00:00.000Z',
  moves: [],
  version: 1,
  ...overrides,
})
