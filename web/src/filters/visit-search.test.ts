import { expect, test } from 'vitest'
import { visitParams, visitsSearchSchema } from './visit-search.ts'

test('what else an address holds is not asked of the API', () => {
  const search = { ...visitsSearchSchema.parse({ state: 'planned', asOf: '2018-07-01' }), lang: 'en' }
  expect(visitParams(search)).toEqual({ state: 'planned', county: undefined, centre: undefined, mine: undefined })
})
