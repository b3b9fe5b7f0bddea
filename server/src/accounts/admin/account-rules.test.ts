import { ROLES } from '@lvliang/shared/accounts/role'
import { expect, test } from 'vitest'
import { changedRights, faultsOfRights } from './account-rules.ts'

const COUNTIES = ['141124', '141181']
const codes = (...rights: Parameters<typeof faultsOfRights>) =>
  faultsOfRights(...rights).map(({ pointer, code }) => `${pointer} ${code}`)

test.each(ROLES)('the role %s is decided for every county and finance', role => {
  const withCounty = role === 'county' || role === 'inspector'
  const withFinance = role === 'county' || role === 'cityOffice'
  const money = withFinance ? [] : ['/json/finance financeNotAllowed']
  const none = withCounty ? ['/json/county countyMissing'] : []
  const known = withCounty ? [] : ['/json/county countyNotAllowed']
  const unknown = withCounty ? ['/json/county countyUnknown'] : ['/json/county countyNotAllowed']
  for (const [county, faults] of [
    [null, none],
    ['141124', known],
    ['110000', unknown],
  ] as const) {
    expect(codes({ role, county, finance: false }, COUNTIES)).toEqual(faults)
    expect(codes({ role, county, finance: true }, COUNTIES)).toEqual([...faults, ...money])
  }
})

test('a new role keeps neither county nor finance of the old one', () => {
  const old = { role: 'county', county: '141124', finance: true } as const
  expect(changedRights(old, { role: 'cityOffice' })).toEqual({ role: 'cityOffice', county: null, finance: false })
  expect(changedRights(old, { role: 'inspector' })).toEqual({ role: 'inspector', county: null, finance: false })
  expect(changedRights(old, { role: 'inspector', county: '141181' })).toMatchObject({ county: '141181' })
})

test('what a change does not name stays', () => {
  const old = { role: 'county', county: '141124', finance: true } as const
  expect(changedRights(old, {})).toEqual(old)
  expect(changedRights(old, { role: 'county' })).toEqual(old)
  expect(changedRights(old, { county: '141181' })).toEqual({ ...old, county: '141181' })
  expect(changedRights(old, { county: null })).toEqual({ ...old, county: null })
  expect(changedRights(old, { finance: false })).toEqual({ ...old, finance: false })
})
