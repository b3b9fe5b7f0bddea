import { expect, test } from 'vitest'
import { runCrashes } from '../stress/crash.ts'

test('a server killed under its writers starts again with every record and photo it acknowledged', async () => {
  const rounds = await runCrashes({ rounds: 2, seed: 7 })
  expect(rounds.flatMap(({ broken }) => broken)).toEqual([])
  expect(rounds.at(-1)?.records).toBeGreaterThan(0)
  expect(rounds.at(-1)?.photos).toBeGreaterThan(0)
}, 120_000)
