import { describe, expect, test } from 'vitest'
import { isCommon } from './common-passwords.ts'

const owner = { username: 'fang', name: null, county: null }

describe('what is tried first is common', () => {
  test.each([
    'password1234',
    'Password123!',
    'qwertyuiop123',
    '1q2w3e4r5t6y',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012',
    '19880808198808',
    'woaini1314520',
    'a123456a123456',
    'lvliang2018!!',
    'iloveyou1314',
    'Minzhengju@123',
    'shanxi123456',
  ])('%s', async password => {
    expect(await isCommon(password, owner)).toBe(true)
  })
})

describe('what nobody tries first is not', () => {
  test.each(['红枣 核桃 黄河 柳林 十二里', 'correct horse battery staple', 'zq7-Vtk2-mmxP', 'boats sail on 3 rivers'])(
    '%s',
    async password => {
      expect(await isCommon(password, owner)).toBe(false)
    },
  )
})

test('the longest password is judged in no time', async () => {
  const started = performance.now()
  await isCommon('aB3$'.repeat(32), owner)
  await isCommon('p4ssw0rd-qwerty-1988'.repeat(6), owner)
  expect(performance.now() - started).toBeLessThan(2000)
})
