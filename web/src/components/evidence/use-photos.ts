import { LARGEST_FILE, MOST_PHOTOS, PHOTO_TYPES, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { addPhoto, type PhotoSubject, withdrawEvidence } from '../../api/evidence.ts'
import { newId } from '../../api/new-id.ts'
import { useEvidenceWords } from './use-evidence-words.ts'

export interface PickedPhoto {
  id: string
  name: string
  /** Null: it was there before. */
  file: File | null
  /** 0 to 1. */
  share: number
  photo: Photo | null
  /** Why it could not be sent, or, once it was, not be withdrawn. */
  error: ApiError | null
  /** On its way out, as one act however often it is tried. */
  isLeaving: boolean
  withdrawal: string
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

const pickedPhoto = (id: string, name: string, is: Partial<PickedPhoto>): PickedPhoto => ({
  id,
  name,
  file: null,
  share: 0,
  photo: null,
  error: null,
  isLeaving: false,
  withdrawal: newId(),
  unfit: null,
  ...is,
})
const toSend = (file: File) => pickedPhoto(newId(), file.name, { file, unfit: unfitOf(file) })
const asKept = (photo: Photo) => pickedPhoto(photo.id, photo.name, { photo })

const GONE = new Set(['evidenceUnknown', 'evidenceConflict'])
const isGone = (error: unknown) => error instanceof ApiError && GONE.has(error.code)

/**
 * Photos chosen for a record: each goes off at once, under an id of its own, so that trying again adds no second. One
 * taken away again is withdrawn, so that a photo of something else does not stay with the centre.
 */
export function usePhotos(about: PhotoSubject, options: PhotosOptions = {}) {
  const { kept = [], most = MOST_PHOTOS, onAdded, onRemoved } = options
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const dropped = useRef(new Set<string>())
  const [picked, setPicked] = useState<readonly PickedPhoto[]>(() => kept.map(asKept))
  const patch = (id: string, change: Partial<PickedPhoto>) =>
    setPicked(old => old.map(one => (one.id === id ? { ...one, ...change } : one)))

  const withdraw = ({ id, withdrawal }: PickedPhoto) =>
    withdrawEvidence(id, { id: withdrawal, reason: t('picker.removed') }).catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
  const send = async (one: PickedPhoto) => {
    const { id, file } = one
    if (!file) return
    patch(id, { error: null, share: 0 })
    try {
      const photo = await addPhoto({ id, ...about }, file, share => patch(id, { share }))
      if (dropped.current.has(id)) return await withdraw(one)
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
  const drop = (id: string) => {
    dropped.current.add(id)
    setPicked(old => old.filter(one => one.id !== id))
  }
  const remove = async (one: PickedPhoto) => {
    const { id, photo } = one
    if (!photo) return drop(id)
    patch(id, { isLeaving: true, error: null })
    try {
      await withdraw(one)
      drop(id)
      onRemoved?.(photo)
    } catch (error) {
      patch(id, { isLeaving: false, error: error as ApiError })
    }
  }
  return {
    picked,
    most,
    add,
    again: (one: PickedPhoto) => void send(one),
    remove: (one: PickedPhoto) => void remove(one),
    isFull: picked.length >= most,
    isSending: picked.some(({ photo, error, unfit }) => !photo && !error && !unfit),
    isBroken: picked.some(({ photo, error }) => !photo && error !== null),
    ids: picked.flatMap(({ photo, isLeaving }) => (photo && !isLeaving ? photo.id : [])),
  }
}
export type Photos = ReturnType<typeof usePhotos>
