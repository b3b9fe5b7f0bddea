import { describe, expect, it } from 'vitest'
import { areIssuesFiltered, issueParams, issuesSearchSchema } from './issue-search.ts'

const stated = (params: object) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))

describe('the filters of issues in an address', () => {
  it('are read from plain words and become those of the API again', () => {
    const address = {
      state: 'closingRequested,rechecking',
      severity: 'major',
      source: 'order',
      county: '141124,141126',
      open: 'true',
      mine: 'true',
      q: '裂缝',
      sort: '-severity',
    }
    const search = issuesSearchSchema.parse(address)
    expect(search).toMatchObject({
      state: ['closingRequested', 'rechecking'],
      county: ['141124', '141126'],
      open: true,
    })
    expect(stated(issueParams(search))).toEqual({ ...address, open: true, mine: true })
  })

  it('are left out where they cannot be understood', () => {
    const search = issuesSearchSchema.parse({ state: 'lost', open: 'maybe', county: '临县', sort: '-county', q: '' })
    expect(stated(search)).toEqual({})
  })

  it('do not take along what else stands in the address', () => {
    const search = { ...issuesSearchSchema.parse({ overdue: 'true' }), lang: 'en', wall: true as const }
    expect(stated(issueParams(search))).toEqual({ overdue: true })
  })

  it('narrow the list unless they only order it or choose the day', () => {
    expect(areIssuesFiltered(issuesSearchSchema.parse({ sort: 'foundOn', asOf: '2018-07-01' }))).toBe(false)
    expect(areIssuesFiltered(issuesSearchSchema.parse({ q: '裂缝' }))).toBe(true)
  })
})
