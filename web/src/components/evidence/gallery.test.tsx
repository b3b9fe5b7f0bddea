import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../test/factories/board.ts'
import { createPhoto } from '../../../../test/factories/evidence.ts'
import { show } from '../../testing/show.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { StageGallery } from './stage-gallery.tsx'

const photo = (id: string, overrides: Partial<Photo> = {}) => createPhoto({ id, name: `${id}.jpg`, ...overrides })
const names = new Map<string, string>(plan.stages.map(({ id, name }) => [id, name.zh]))
const Photos = ({ photos }: { photos: Photo[] }) => (
  <StageGallery photos={photos} stageName={stage => names.get(stage) ?? stage} />
)
const dialog = page.getByRole('dialog')

test('photos stand by stage, small; one opens large and the arrows go along', async () => {
  const far = { code: 'far' as const, params: { metres: 1112 } }
  const photos = [
    photo('b', { stage: 'foundation', takenAt: '2018-07-10T09:30:00', distanceM: 1112, hints: [far] }),
    photo('a'),
  ]
  show(<Photos photos={photos} />)
  const thumbs = page.getByRole('button', { name: /放大/ })
  await expect.element(thumbs.first()).toHaveAccessibleName('已开工，a.jpg，放大')
  await thumbs.first().click()
  await expect.element(dialog).toHaveTextContent('已开工 · 1 / 2')
  await expect.element(dialog).toHaveTextContent('这很常见，不影响使用')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(dialog).toHaveTextContent('基础完成 · 2 / 2')
  await expect.element(dialog).toHaveTextContent('拍摄于 2018-07-10 09:30 · 距项目约 1112 米')
  await expect.element(dialog.getByRole('listitem')).toHaveTextContent('请看是否传错项目')
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(thumbs.first()).toHaveFocus()
})

test('no photos are said so', async () => {
  show(<Photos photos={[]} />)
  await expect.element(page.getByText('还没有照片。')).toBeVisible()
})

test('in a dialog Escape closes the large photo alone', async () => {
  show(
    <Dialog title="石沟村" onClose={() => {}}>
      <Photos photos={[photo('a')]} />
    </Dialog>,
  )
  await page.getByRole('button', { name: /放大/ }).click()
  await expect.element(page.getByRole('dialog', { name: '已开工 · 1 / 1' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: '已开工 · 1 / 1' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('dialog', { name: '石沟村' })).toBeVisible()
})
