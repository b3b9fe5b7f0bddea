import { describe, expect, test } from 'vitest'
import { type PasswordOwner, passwordFaults } from './password-rules.ts'

const county = (zh: string, en: string): Partial<PasswordOwner> => ({ county: { zh, en } })
const faults = (password: string, owner: Partial<PasswordOwner> = {}) =>
  passwordFaults(password, { username: 'wang.fang', name: '王芳', county: null, ...owner })

describe('a password has 12 to 128 characters', () => {
  test.each([
    ['qpzmwoxneiv', ['tooShort']],
    ['qpzmwoxneivb', []],
    ['𠮷野家の牛丼を食べた日', ['tooShort']],
    ['𠮷野家の牛丼を食べた日々', []],
    ['x'.repeat(128), []],
    ['x'.repeat(129), ['tooLong']],
    // One character of Unicode that stands for 18.
    ['ﷺ'.repeat(8), ['tooLong']],
  ])('%s: %s', (password, expected) => {
    expect(faults(password)).toEqual(expected)
  })
})

describe('a password does not hold the user name', () => {
  test.each(['wang.fang-river', 'RiverWANGFANG99', 'river-wang_fang-9', 'ｗａｎｇ．ｆａｎｇ riverside'])(
    '%s',
    password => {
      expect(faults(password)).toEqual(['holdsUsername'])
    },
  )
  test('nor another case of it', () => {
    expect(faults('river-linxian01-boat', { username: 'LinXian01' })).toContain('holdsUsername')
  })
  test('its parts apart are no fault', () => {
    expect(faults('fang at the river, wang')).toEqual([])
  })
})

describe('a password does not hold the name', () => {
  test.each([
    ['王芳', '河边的王芳走了十二里路啊'],
    ['王 芳', '河边的王芳走了十二里路啊'],
    ['Maria Schmidt', 'twelve-boats-schmidt'],
    ['María Ößer', 'twelve-boats-MARIA'],
    ['薛志强（演示·临县）', '薛志强走了十二里路到河边啊'],
  ])('%s: %s', (name, password) => {
    expect(faults(password, { name })).toEqual(['holdsName'])
  })
  test('one syllable of it is no fault', () => {
    expect(faults('river boats sail on', { name: 'Bo Li' })).toEqual([])
  })
  test('an account without a name has none to hold', () => {
    expect(faults('river boats sail on', { name: null })).toEqual([])
  })
})

describe("a password does not hold the county's name", () => {
  test.each([
    ['临县', 'Lin County', '我爱临县的红枣和黄河水'],
    ['汾阳市', 'Fenyang City', '我爱汾阳的核桃和老白汾酒'],
    ['临县', 'Lin County', 'LinXian-red-dates'],
    ['临县', 'Lin County', 'lin county red dates'],
    ['汾阳市', 'Fenyang City', 'fenyang-walnuts-88'],
    ['离石区', 'Lishi District', 'walnuts-LISHIqu-88'],
  ])('%s %s: %s', (zh, en, password) => {
    const found = faults(password.padEnd(12, '。'), county(zh, en))
    expect(found).toEqual(['holdsCounty'])
  })
  test('a syllable that is in many words is no fault', () => {
    expect(faults('the linen landing ship', county('岚县', 'Lan County'))).toEqual([])
  })
})

test('all that is wrong is named at once', () => {
  expect(faults('王芳临县', county('临县', 'Lin County'))).toEqual(['tooShort', 'holdsName', 'holdsCounty'])
})
