import { LARGEST_FILE, MOST_PHOTOS, PHOTO_TYPES, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import type { ApiError } from '../../api/client.ts'
import { addPhoto } from '../../api/evidence.ts'
import { newId } from '../../api/new-id.ts'

export interface PickedPhoto {
  id: string
  file: File
  /** 0 to 1. */
  share: number
  photo: Photo | null
  error: ApiError | null
  /** Why it is not sent at all. */
  unfit: 'tooLarge' | 'wrongType' | null
}

const unfitOf = ({ size, type }: File): PickedPhoto['unfit'] => {
  if (!(PHOTO_TYPES as readonly string[]).includes(type)) return 'wrongType'
  return size > LARGEST_FILE ? 'tooLarge' : null
}

/** Photos chosen for a record: each goes off at once, under an id of its own, so that trying again adds no second. */
export function usePhotos(centre: string, stage: ReportableStage | undefined) {
  const [picked, setPicked] = useState<readonly PickedPhoto[]>([])
  const patch = (id: string, change: Partial<PickedPhoto>) =>
    setPicked(old => old.map(one => (one.id === id ? { ...one, ...change } : one)))

  const send = async ({ id, file }: PickedPhoto) => {
    patch(id, { error: null, share: 0 })
    try {
      const photo = await addPhoto({ id, centre, ...(stage && { stage }) }, file, share => patch(id, { share }))
      patch(id, { photo, share: 1 })
    } catch (error) {
      patch(id, { error: error as ApiError })
    }
  }
  const add = (files: readonly File[]) => {
    const room = files.slice(0, MOST_PHOTOS - picked.length)
    const more = room.map(file => ({ id: newId(), file, share: 0, photo: null, error: null, unfit: unfitOf(file) }))
    setPicked([...picked, ...more])
    for (const one of more) if (!one.unfit) void send(one)
  }
  return {
    picked,
    add,
    again: (one: PickedPhoto) => void send(one),
    remove: (id: string) => setPicked(picked.filter(one => one.id !== id)),
    isFull: picked.length >= MOST_PHOTOS,
    isSending: picked.some(({ photo, error, unfit }) => !photo && !error && !unfit),
    isBroken: picked.some(({ error }) => error !== null),
    ids: picked.flatMap(({ photo }) => photo?.id ?? []),
  }
}
export type Photos = ReturnType<typeof usePhotos>
