import { LARGEST_FILE, MOST_PHOTOS, PHOTO_TYPES, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useState } from 'react'
import type { ApiError } from '../../api/client.ts'
import { addPhoto, type PhotoSubject } from '../../api/evidence.ts'
import { newId } from '../../api/new-id.ts'

export interface PickedPhoto {
  id: string
  name: string
  /** Null: it was there before. */
  file: File | null
  /** 0 to 1. */
  share: number
  photo: Photo | null
  error: ApiError | null
  /** Why it is not sent at all. */
  unfit: 'tooLarge' | 'wrongType' | null
}

interface PhotosOptions {
  /** Photos that are there as the form opens. */
  kept?: readonly Photo[]
  most?: number
  onAdded?: (photo: Photo) => void
  onRemoved?: (photo: Photo) => void
}

const unfitOf = ({ size, type }: File): PickedPhoto['unfit'] => {
  if (!(PHOTO_TYPES as readonly string[]).includes(type)) return 'wrongType'
  return size > LARGEST_FILE ? 'tooLarge' : null
}

const fresh = { share: 0, photo: null, error: null }
const toSend = (file: File): PickedPhoto => ({ ...fresh, id: newId(), name: file.name, file, unfit: unfitOf(file) })
const asKept = (photo: Photo): PickedPhoto => ({
  ...fresh,
  id: photo.id,
  name: photo.name,
  file: null,
  photo,
  unfit: null,
})

/** Photos chosen for a record: each goes off at once, under an id of its own, so that trying again adds no second. */
export function usePhotos(about: PhotoSubject, options: PhotosOptions = {}) {
  const { kept = [], most = MOST_PHOTOS, onAdded, onRemoved } = options
  const [picked, setPicked] = useState<readonly PickedPhoto[]>(() => kept.map(asKept))
  const patch = (id: string, change: Partial<PickedPhoto>) =>
    setPicked(old => old.map(one => (one.id === id ? { ...one, ...change } : one)))

  const send = async ({ id, file }: PickedPhoto) => {
    if (!file) return
    patch(id, { error: null, share: 0 })
    try {
      const photo = await addPhoto({ id, ...about }, file, share => patch(id, { share }))
      patch(id, { photo, share: 1 })
      onAdded?.(photo)
    } catch (error) {
      patch(id, { error: error as ApiError })
    }
  }
  const add = (files: readonly File[]) => {
    const more = files.slice(0, Math.max(0, most - picked.length)).map(toSend)
    setPicked(old => [...old, ...more])
    for (const one of more) if (!one.unfit) void send(one)
  }
  const remove = ({ id, photo }: PickedPhoto) => {
    setPicked(old => old.filter(one => one.id !== id))
    if (photo) onRemoved?.(photo)
  }
  return {
    picked,
    most,
    add,
    again: (one: PickedPhoto) => void send(one),
    remove,
    isFull: picked.length >= most,
    isSending: picked.some(({ photo, error, unfit }) => !photo && !error && !unfit),
    isBroken: picked.some(({ error }) => error !== null),
    ids: picked.flatMap(({ photo }) => photo?.id ?? []),
  }
}
export type Photos = ReturnType<typeof usePhotos>
