import { expect, test } from 'vitest'
import { complaintsOf, runEdits } from '../stress/edits.ts'

test('of many edits at few centres none is lost and none covers what its author had not seen', async () => {
  const asked = { clients: 6, edits: 8, centres: 2, seed: 4 }
  const found = await runEdits(asked)
  expect(complaintsOf(found, asked)).toEqual([])
  expect(found.acknowledged).toHaveLength(48)
  expect(found.conflicts).toBeGreaterThan(0)
}, 60_000)
