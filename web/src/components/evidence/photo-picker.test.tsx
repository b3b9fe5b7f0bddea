import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createPhoto } from '../../../../test/factories/evidence.ts'
import { show } from '../../testing/show.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { stubUploads } from '../../testing/stub-uploads.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { usePhotos } from './use-photos.ts'

const picture = (name: string, type = 'image/jpeg') => new File(['a picture'], name, { type })
const chooser = page.getByLabelText('选照片')

function Form(options: Parameters<typeof usePhotos>[1]) {
  const photos = usePhotos({ centre: 'LL2018-034', stage: 'started' }, options)
  return (
    <>
      <PhotoPicker photos={photos} />
      <output>{photos.isSending ? 'sending' : photos.ids.join(' ')}</output>
    </>
  )
}

test('a photo goes off as it is chosen, tells how far it is, and then what it gives to think about', async () => {
  const uploads = stubUploads()
  const added: Photo[] = []
  show(<Form onAdded={photo => added.push(photo)} />)
  await userEvent.upload(chooser, picture('门前.jpg'))
  await expect.poll(() => uploads.length).toBe(1)
  const [upload] = uploads
  expect(Object.fromEntries(upload?.url.searchParams ?? [])).toMatchObject({
    centre: 'LL2018-034',
    stage: 'started',
    name: '门前.jpg',
  })
  upload?.tell(0.4)
  await expect.element(page.getByText('上传 40%')).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent('sending')
  const photo = createPhoto({ hints: [{ code: 'far', params: { metres: 1112 } }] })
  upload?.answer(photo)
  await expect.element(page.getByText('拍摄地点距项目约 1112 米')).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent(photo.id)
  expect(added).toEqual([photo])
})

test('what was cut off on the way is sent again under the same id', async () => {
  const uploads = stubUploads()
  show(<Form />)
  await userEvent.upload(chooser, picture('门前.jpg'))
  await expect.poll(() => uploads.length).toBe(1)
  uploads[0]?.cut()
  await page.getByRole('button', { name: '重传' }).click()
  await expect.poll(() => uploads.length).toBe(2)
  expect(uploads[1]?.url.searchParams.get('id')).toBe(uploads[0]?.url.searchParams.get('id'))
})

test('what is no picture is named and not sent; nothing more is chosen than there is room for', async () => {
  const uploads = stubUploads()
  show(<Form most={2} />)
  await userEvent.upload(chooser, [picture('说明.gif', 'image/gif'), picture('一.jpg'), picture('二.jpg')])
  await expect.element(page.getByText('不是 JPEG、PNG 或 WebP', { exact: true })).toBeVisible()
  await expect.poll(() => uploads.length).toBe(1)
  await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('一.jpg')
  await expect.element(page.getByRole('button', { name: '选照片' })).toBeDisabled()
  await page.getByRole('button', { name: '去掉说明.gif' }).click()
  await expect.element(page.getByRole('button', { name: '选照片' })).toBeEnabled()
})

const withdrawal = (photo: Photo) => `POST /evidence/${photo.id}/withdrawal`

test('a photo taken away again is withdrawn; where that fails it stays and says so', async () => {
  const photo = createPhoto()
  let isDown = true
  const asked = stubApi({ [withdrawal(photo)]: () => (isDown ? refuse(503, 'notReady') : answer(undefined, 204)) })
  show(<Form kept={[photo]} />)
  await page.getByRole('button', { name: '去掉门前.jpg' }).click()
  await expect.element(page.getByText('没有去掉')).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent(photo.id)
  isDown = false
  await page.getByRole('button', { name: '去掉门前.jpg' }).click()
  await expect.element(page.getByRole('listitem')).not.toBeInTheDocument()
  expect(asked).toHaveLength(2)
  expect(asked[0]?.body).toMatchObject({ reason: '选错，未使用' })
  expect(asked[1]?.body).toEqual(asked[0]?.body)
})

test('a photo taken away on its way is withdrawn as it arrives', async () => {
  const uploads = stubUploads()
  const photo = createPhoto()
  const added: Photo[] = []
  show(<Form onAdded={one => added.push(one)} />)
  await userEvent.upload(chooser, picture('门前.jpg'))
  await expect.poll(() => uploads.length).toBe(1)
  const id = uploads[0]?.url.searchParams.get('id')
  const asked = stubApi({ [`POST /evidence/${id}/withdrawal`]: () => answer(undefined, 204) })
  await page.getByRole('button', { name: '去掉门前.jpg' }).click()
  uploads[0]?.answer({ ...photo, id })
  await expect.poll(() => asked.length).toBe(1)
  await expect.element(page.getByRole('listitem')).not.toBeInTheDocument()
  expect(added).toEqual([])
})
