import { expect, test } from 'vitest'
import { difference } from './difference.ts'

test('what stayed the same is left out', () => {
  const before = { name: '李娜', finance: false, version: 1 }
  expect(difference(before, { ...before, finance: true, version: 2 })).toEqual([
    { field: 'finance', before: false, after: true },
    { field: 'version', before: 1, after: 2 },
  ])
})

test('what was made has no before, what was taken away no after', () => {
  expect(difference(null, { label: '三楼' })).toEqual([{ field: 'label', before: undefined, after: '三楼' }])
  expect(difference({ label: '三楼' }, null)).toEqual([{ field: 'label', before: '三楼', after: undefined }])
})

test('members within members are named by their way in', () => {
  expect(difference({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } })).toEqual([{ field: 'a.c', before: 2, after: 3 }])
})

test('lists are compared as a whole', () => {
  expect(difference({ a: [1, 2] }, { a: [1, 2] })).toEqual([])
  expect(difference({ a: [1, 2] }, { a: [2] })).toEqual([{ field: 'a', before: [1, 2], after: [2] }])
})

test('what is no object is one change', () => {
  expect(difference(null, 'text')).toEqual([{ field: '', before: undefined, after: 'text' }])
  expect(difference(null, null)).toEqual([])
})
