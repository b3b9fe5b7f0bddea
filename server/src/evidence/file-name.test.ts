import { expect, test } from 'vitest'
import { inlineAs, safeFileName } from './file-name.ts'

test.each([
  ['合同 2018.pdf', '合同 2018.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\temp\\a.exe', 'a.pdf'],
  ['a\u202Efdp.exe', 'afdp.pdf'],
  ['a\r\nset-cookie: x', 'aset-cookie_ x.pdf'],
  ['...', 'file.pdf'],
  [undefined, 'file.pdf'],
  ['"quoted"', '_quoted_.pdf'],
])('%j is kept as %s', (given, kept) => {
  expect(safeFileName(given, 'application/pdf', 'file')).toBe(kept)
})

test('a long name is cut between letters', () => {
  expect(safeFileName('𠮷'.repeat(300), 'image/jpeg', 'file')).toBe(`${'𠮷'.repeat(120)}.jpg`)
})

test('a header names a file in plain letters and in its own', () => {
  expect(inlineAs("表's.pdf")).toBe(`inline; filename="__s.pdf"; filename*=UTF-8''%E8%A1%A8%27s.pdf`)
})
