import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'))
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'deep/a.ts'), 'a')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('fingerprint', () => {
  it('stays while the sources stay', () => {
    expect(fingerprint([folder])).toBe(fingerprint([folder]))
  })

  it.each([
    ['a file changes', () => writeFileSync(join(folder, 'deep/a.ts'), 'b')],
    ['a file is added', () => writeFileSync(join(folder, 'b.ts'), '')],
    ['a file is renamed', () => [rmSync(join(folder, 'deep/a.ts')), writeFileSync(join(folder, 'deep/b.ts'), 'a')]],
  ])('differs once %s', (_, change) => {
    const before = fingerprint([folder])
    change()
    expect(fingerprint([folder])).not.toBe(before)
  })

  it('does not see tests and built files', () => {
    const before = fingerprint([folder])
    writeFileSync(join(folder, 'a.test.ts'), 'test')
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/a.js'), 'a')
    expect(fingerprint([folder])).toBe(before)
  })

  it('takes a single file, and a missing one as nothing', () => {
    expect(fingerprint([join(folder, 'deep/a.ts')])).not.toBe(fingerprint([]))
    expect(fingerprint([join(folder, 'missing')])).toBe(fingerprint([]))
  })
})
