import { describe, expect, it } from 'vitest'
import { boardSearchSchema, parseSearch, stringifySearch } from './app-search.ts'

describe('the address of the board', () => {
  it('comes back as it was written', () => {
    const search = {
      asOf: '2018-05-31',
      county: ['141124'],
      light: ['red', 'yellow'],
      located: false,
      select: 'LL2018-040',
    }
    const text = stringifySearch(search)
    expect(text).toBe('?asOf=2018-05-31&county=141124&light=red,yellow&located=false&select=LL2018-040')
    expect(boardSearchSchema.parse(parseSearch(text))).toMatchObject(search)
  })

  it('says nothing of what is not set', () => {
    expect(stringifySearch({ asOf: undefined, q: '' })).toBe('')
  })

  it('keeps the days that exist only', () => {
    expect(boardSearchSchema.parse({ asOf: '2018-02-30' }).asOf).toBeUndefined()
  })
})

describe('the address of the wall screen', () => {
  it('is a bare word, before and after it was read', () => {
    const search = boardSearchSchema.parse(parseSearch('?wall='))
    expect(search.wall).toBe(true)
    expect(boardSearchSchema.parse(search).wall).toBe(true)
    expect(stringifySearch({ ...search, asOf: '2018-05-31' })).toMatch(/^\?(.*&)?wall(&|$)/)
  })

  it('forgets what else was written behind it', () => {
    expect(stringifySearch(boardSearchSchema.parse(parseSearch('?wall=c2VjcmV0')))).toBe('?wall')
  })

  it('is not asked for by others', () => {
    expect(boardSearchSchema.parse(parseSearch('?lang=en')).wall).toBeUndefined()
  })
})
