import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createDocument } from '../../../../../test/factories/evidence.ts'
import { show } from '../../../testing/show.tsx'
import { Documents } from './documents.tsx'

const paper = createDocument({ id: 'p' })
const dialog = page.getByRole('dialog')

test('a paper that is due and missing is named; one that is not due yet is no gap', async () => {
  show(<Documents documents={[paper]} stage="started" />)
  await expect.element(page.getByText('应有而未传').nth(2)).toBeVisible()
  await expect.element(page.getByText('未传', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '查看合同：合同.pdf' })).toBeVisible()
})

test('a picture of a paper is shown in a dialog', async () => {
  show(<Documents documents={[{ ...paper, name: '合同.png', mediaType: 'image/png' }]} stage="started" />)
  await page.getByRole('button', { name: '查看合同：合同.png' }).click()
  await expect.element(dialog.getByRole('img', { name: '合同.png' })).toHaveAttribute('src', '/api/documents/p')
})
