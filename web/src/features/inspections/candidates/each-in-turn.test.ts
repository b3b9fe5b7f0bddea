import { expect, test } from 'vitest'
import { eachInTurn } from './each-in-turn.ts'

const refuseB = async (item: string) => {
  if (item === 'b') throw new Error('no')
  return item.toUpperCase()
}

test('one that is refused does not keep the others', async () => {
  const steps: number[] = []
  const came = await eachInTurn(['a', 'b', 'c'], refuseB, { stopOn: () => false, onStep: n => steps.push(n) })
  expect([came.done, came.failed.map(({ item }) => item), steps]).toEqual([['A', 'C'], ['b'], [0, 1, 2, 3]])
})

test('out of reach, what is left is not tried and is named', async () => {
  const tried: string[] = []
  const run = (item: string) => {
    tried.push(item)
    return refuseB(item)
  }
  const { done, failed } = await eachInTurn(['a', 'b', 'c'], run, { stopOn: () => true, onStep: () => {} })
  expect([done, failed.map(({ item }) => item), tried]).toEqual([['A'], ['b', 'c'], ['a', 'b']])
})
