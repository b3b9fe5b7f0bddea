import { dueDocuments } from '@lvliang/shared/evidence/due-documents'
import { CENTRE_DOCUMENT_KINDS } from '@lvliang/shared/evidence/evidence.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createDocument } from '../../../../test/factories/evidence.ts'
import { show } from '../../testing/show.tsx'
import { showRouted } from '../../testing/show-routed.tsx'
import { stubUploads } from '../../testing/stub-uploads.ts'
import { Documents } from './documents.tsx'

const paper = createDocument({ id: 'p' })
const dialog = page.getByRole('dialog')

test('a paper that is due and missing is named; one that is not due yet is no gap', async () => {
  show(<Documents kinds={CENTRE_DOCUMENT_KINDS} documents={[paper]} due={dueDocuments('started')} />)
  await expect.element(page.getByText('应有而未传').nth(2)).toBeVisible()
  await expect.element(page.getByText('未传', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '查看合同：合同.pdf' })).toBeVisible()
})

test('a picture of a paper is shown in a dialog', async () => {
  show(<Documents kinds={['contract']} documents={[{ ...paper, name: '合同.png', mediaType: 'image/png' }]} />)
  await page.getByRole('button', { name: '查看合同：合同.png' }).click()
  await expect.element(dialog.getByRole('img', { name: '合同.png' })).toHaveAttribute('src', '/api/documents/p')
})

test('the button of a paper a task asks for has the focus; what is chosen goes off, and again after a cut', async () => {
  const uploads = stubUploads()
  let added = 0
  const add = { owner: { centre: 'LL2018-034' }, onAdded: () => void added++ }
  showRouted(<Documents kinds={['contract', 'roadmap']} documents={[]} asked="contract" add={add} />)
  await expect.element(page.getByRole('button', { name: '上传合同' })).toHaveFocus()
  await userEvent.upload(
    page.getByLabelText('合同', { exact: true }),
    new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }),
  )
  await expect.poll(() => uploads.length).toBe(1)
  uploads[0]?.cut()
  await page.getByRole('button', { name: '重传' }).click()
  await expect.poll(() => uploads.length).toBe(2)
  uploads[1]?.answer(paper)
  await expect.poll(() => added).toBe(1)
  const asked = uploads.map(({ url }) => Object.fromEntries(url.searchParams))
  expect(asked[0]).toMatchObject({ centre: 'LL2018-034', kind: 'contract', name: 'a.pdf' })
  expect(asked[1]).toEqual(asked[0])
})
