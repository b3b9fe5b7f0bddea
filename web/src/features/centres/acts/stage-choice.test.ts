import { expect, test } from 'vitest'
import { stagesBefore, stageToVerify } from './stage-choice.ts'

test('what is reported beyond the verification is verified first', () => {
  expect(stageToVerify({ stage: 'foundation', verifiedStage: 'started' })).toBe('foundation')
  expect(stageToVerify({ stage: 'started', verifiedStage: null })).toBe('started')
})

test('with nothing reported beyond it, the stage after it', () => {
  expect(stageToVerify({ stage: 'started', verifiedStage: 'started' })).toBe('foundation')
  expect(stageToVerify({ stage: 'proposed', verifiedStage: null })).toBe('sited')
  expect(stageToVerify({ stage: 'operating', verifiedStage: 'operating' })).toBe('operating')
})

test('a centre goes back to any stage before the highest stated', () => {
  expect(stagesBefore({ stage: 'started', verifiedStage: null })).toEqual(['proposed', 'sited', 'approved'])
  expect(stagesBefore({ stage: 'sited', verifiedStage: 'approved' })).toEqual(['proposed', 'sited'])
  expect(stagesBefore({ stage: 'proposed', verifiedStage: null })).toEqual([])
})
