import { expect, test } from 'vitest'
import { changedFacts } from './changed-facts.ts'

const base = { village: '前坡村', person: '刘爱莲' }

test('a form sends what it changed', () => {
  expect(changedFacts(base, { ...base, person: '王秀英' })).toEqual({ person: '王秀英' })
  expect(changedFacts(base, { ...base })).toEqual({})
})

test('what it does not state stays as it was', () => {
  expect(changedFacts(base, { person: '王秀英', village: undefined })).toEqual({ person: '王秀英' })
})

test('a fact withdrawn is a change, one that never was is none', () => {
  expect(changedFacts(base, { village: null, phone: null })).toEqual({ village: null })
})

test('a position is one value, whatever the order of its parts', () => {
  const known = { lon: 111.1, lat: 37.5, source: '地图点选', accuracyM: null }
  const same = { accuracyM: null, source: '地图点选', lat: 37.5, lon: 111.1 }
  expect(changedFacts({ position: known }, { position: same })).toEqual({})
  const moved = { ...known, lat: 37.6 }
  expect(changedFacts({ position: known }, { position: moved })).toEqual({ position: moved })
})
