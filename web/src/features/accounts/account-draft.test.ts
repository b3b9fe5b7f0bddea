import { expect, test } from 'vitest'
import { createAccount } from '../../../../test/factories/account.ts'
import { changesOf, cleanDraft, draftOf } from './account-draft.ts'

const account = createAccount({ role: 'county', county: '141124', finance: true })

test('a draft that says the same changes nothing', () => {
  expect(changesOf(account, draftOf(account))).toBeNull()
  expect(changesOf(account, { ...draftOf(account), name: ` ${account.name} ` })).toBeNull()
})

test('only what differs is sent', () => {
  expect(changesOf(account, { ...draftOf(account), name: '改名' })).toEqual({ name: '改名' })
  expect(changesOf(account, { ...draftOf(account), finance: false })).toEqual({ finance: false })
})

test('a new role says its county and finance, too', () => {
  const draft = { ...draftOf(account), role: 'inspector' as const }
  expect(changesOf(account, draft)).toEqual({ role: 'inspector', county: '141124', finance: false })
})

test('a role without a county takes none along', () => {
  expect(cleanDraft({ ...draftOf(account), role: 'leader' })).toMatchObject({ county: null, finance: false })
})
