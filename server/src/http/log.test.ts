import { expect, test } from 'vitest'
import { createLog, type LogLevel } from './log.ts'

function linesAt(level: LogLevel) {
  const lines: string[] = []
  return { log: createLog(level, { write: line => lines.push(line) }), lines }
}

test('a line is one object of JSON with time and level', () => {
  const { log, lines } = linesAt('info')
  log.info({ path: '/a\r\n{"level":"error"}', status: 200 }, 'answered')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
  expect(JSON.parse(lines[0] as string)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    path: '/a\\u000d\n{"level":"error"}',
    status: 200,
    msg: 'answered',
  })
})

test('secrets that slipped in are masked', () => {
  const { log, lines } = linesAt('info')
  log.error({ headers: { cookie: 'session=1', host: 'a' }, err: new Error('for 13800138000') }, 'failed')
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    headers: { cookie: '***', host: 'a' },
    err: { message: 'for ***', stack: expect.stringContaining('log.test.ts') },
  })
})

test('what lies under the level is not written', () => {
  const { log, lines } = linesAt('warn')
  log.info('quiet')
  log.warn('loud')
  expect(lines).toHaveLength(1)
})
