import { OPERATIONS, operationsOf, PHONE_SCOPE, scopeOf } from '@lvliang/shared/accounts/access'
import { PRINCIPALS } from '@lvliang/shared/accounts/role'
import { describe, expect, test } from 'vitest'
import { refusalOf } from './decide.ts'
import { ANONYMOUS, seenBy, seesPhones, type Viewer, WALL } from './viewer.ts'

const signedIn = (overrides: Partial<Viewer>): Viewer => ({
  ...ANONYMOUS,
  accountId: 'a',
  sessionId: 's',
  ...overrides,
})
const leader = signedIn({ principal: 'leader', role: 'leader' })
const office = signedIn({ principal: 'cityOffice', role: 'cityOffice' })
const county = signedIn({ principal: 'county', role: 'county', county: '141124' })
const officeAsCounty = signedIn({ principal: 'county', role: 'cityOffice', county: '141124', viewingAs: '141124' })

describe('a refusal', () => {
  test.each([
    ['nobody may read the plan', 'getPlan', ANONYMOUS, 'signInRequired'],
    ['nobody need sign in to sign in', 'signIn', ANONYMOUS, null],
    ['a leader may read the centres', 'listCentres', leader, null],
    ['a leader may not read the audit', 'listAudit', leader, 'forbidden'],
    ['the wall may read the summary', 'getSummary', WALL, null],
    ['the wall may not read one centre', 'getCentre', WALL, 'forbidden'],
  ] as const)('%s', (_, operation, viewer, code) => {
    expect(refusalOf(operation, viewer, false)).toBe(code)
  })

  test('without the second factor it needs, an account may do nothing but look after itself', () => {
    const bare = { ...office, needsSecondFactor: true }
    const open = OPERATIONS.filter(operation => refusalOf(operation, bare, true) === null)
    const ownOrEverybody = operationsOf('cityOffice').filter(
      operation => scopeOf(operation, 'cityOffice') === 'own' || scopeOf(operation, 'anonymous') === 'all',
    )
    expect(open).toEqual(ownOrEverybody)
    expect(refusalOf('listCentres', bare, false)).toBe('secondFactorMissing')
  })

  test('through the eyes of a county the city office reads what a county reads and changes nothing', () => {
    for (const operation of OPERATIONS.filter(operation => operation !== 'viewAsCounty')) {
      expect(refusalOf(operation, officeAsCounty, false), operation).toBe(refusalOf(operation, county, false))
    }
    expect(refusalOf('changePassword', officeAsCounty, true)).toBe('viewOnly')
    expect(refusalOf('viewAsCounty', officeAsCounty, true)).toBeNull()
    expect(refusalOf('signOut', officeAsCounty, true)).toBeNull()
    expect(refusalOf('viewAsCounty', county, true)).toBe('forbidden')
  })
})

describe('telephone numbers', () => {
  test('are read in full by those whose work is to call, by a county its own', () => {
    expect(seesPhones(office, '141181')).toBe(true)
    expect(seesPhones(county, '141124')).toBe(true)
    expect(seesPhones(county, '141181')).toBe(false)
    expect(seesPhones(leader, '141124')).toBe(false)
    expect(seesPhones(WALL, '141124')).toBe(false)
  })

  test('viewers share answers only where they read the same numbers', () => {
    const viewers = PRINCIPALS.map(principal => signedIn({ principal, county: '141124' }))
    const codes = ['141124', '141181']
    const seen = (viewer: Viewer) => codes.map(code => seesPhones(viewer, code)).join()
    for (const a of viewers) {
      for (const b of viewers) expect(seenBy(a) === seenBy(b)).toBe(seen(a) === seen(b))
    }
    expect(seenBy(signedIn({ principal: 'county', county: '141181' }))).not.toBe(seenBy(county))
    expect(Object.keys(PHONE_SCOPE)).toEqual([...PRINCIPALS])
  })
})
