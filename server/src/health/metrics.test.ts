import { expect, test } from 'vitest'
import { report } from '../../../test/factories/records.ts'
import { createLiveApp } from '../../../test/factories/store.ts'

test('metrics name the process and the size of the store, one sample a line', async () => {
  const live = await createLiveApp([report('sited', '2018-03-05'), report('started', '2018-05-20')])
  const response = await live.app.request('/metrics')
  const lines = (await response.text()).trimEnd().split('\n')
  const samples = new Map(lines.filter(line => !line.startsWith('#')).map(line => line.split(' ') as [string, string]))
  await live.close()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(samples.get('lvliang_records')).toBe('2')
  expect(samples.get('lvliang_slots')).toBe('90')
  expect(Number(samples.get('process_resident_memory_bytes'))).toBeGreaterThan(1e6)
  expect(lines).toHaveLength(samples.size * 3)
})
