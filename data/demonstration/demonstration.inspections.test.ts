import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'
import { applyIssue, type KnownIssue } from '@lvliang/shared/inspections/issue-state'
import { describe, expect, test } from 'vitest'
import { boardOn, records } from './demonstration-on.ts'
import { ISSUE_STORIES } from './issue-stories.ts'
import { isWorkday } from './office-days.ts'

const of = <K extends CentreRecord['kind']>(kind: K) =>
  records.filter((record): record is CentreRecord & { kind: K } => record.kind === kind)
const visits = of('visitRecorded')
const issues: KnownIssue[] = []
for (const record of records) applyIssue(issues, record)

describe('visits', () => {
  test('every verification by inspectors from June on has its visit, by two who are not at home', () => {
    const verified = of('stageVerified').filter(
      ({ date, recordedBy }) => date >= '2018-06-01' && recordedBy === '市督查组',
    )
    expect(visits).toHaveLength(verified.length)
    for (const { body } of visits) expect(body.inspectors.length).toBeGreaterThanOrEqual(2)
  })

  test('what failed on a visit is an issue, and the other way round', () => {
    const failed = visits.flatMap(({ id, body }) =>
      body.items.filter(({ result }) => result === 'fail').map(({ item }) => `${id} ${item}`),
    )
    const found = issues.filter(({ source }) => source === 'visit').map(({ visitId, item }) => `${visitId} ${item}`)
    expect(found.sort()).toEqual(failed.sort())
    expect(found).toHaveLength(ISSUE_STORIES.filter(({ source }) => source === 'visit').length)
  })
})

describe('issues', () => {
  test('each takes only moves that are open to it, by who may make them', () => {
    for (const { moves, title } of issues) {
      for (const { move, from, by } of moves) {
        expect(MOVE_RULES[move].from, `${title}: ${move}`).toContain(from)
        expect(MOVE_RULES[move].by.includes('county'), `${title}: ${move}`).toBe(by.endsWith('民政局'))
      }
    }
  })

  test('they are due on workdays and all closed by the end of the year', () => {
    const days = issues.flatMap(({ dueOn, moves }) => [dueOn, ...moves.flatMap(move => move.dueOn ?? [])])
    expect(days.filter(day => !isWorkday(day))).toEqual([])
    expect(boardOn('2018-12-31').summary.issueCounts).toEqual({ open: 0, overdue: 0, major: 0 })
  })

  test('on 31 July seventeen are open, four of them overdue and one 重大', () => {
    expect(boardOn('2018-07-31').summary.issueCounts).toEqual({ open: 17, overdue: 4, major: 1 })
  })

  test('one came back after it was closed, and one was sent back', () => {
    expect(issues.filter(({ repeats }) => repeats).map(({ title }) => title)).toHaveLength(1)
    expect(issues.filter(({ moves }) => moves.some(({ move }) => move === 'return'))).toHaveLength(2)
  })
})
