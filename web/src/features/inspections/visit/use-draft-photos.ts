import { LARGEST_FILE, MOST_PHOTOS, PHOTO_TYPES } from '@lvliang/shared/evidence/evidence.schema'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/client.ts'
import { addPhoto, withdrawEvidence } from '../../../api/evidence.ts'
import { newId } from '../../../api/new-id.ts'
import { dropFiles, keepFile, keptFile } from './photo-files.ts'
import { type DraftAct, type DraftPhoto, photosOf, type VisitDraft } from './visit-draft.ts'

/** Said in the records of the centre. */
const WITHDRAWN = '未使用'

export type PhotoTrouble = ApiError | 'tooLarge' | 'wrongType' | 'lost'

const unfit = ({ size, type }: File): PhotoTrouble | null => {
  if (!(PHOTO_TYPES as readonly string[]).includes(type)) return 'wrongType'
  return size > LARGEST_FILE ? 'tooLarge' : null
}

const GONE = new Set(['evidenceUnknown', 'evidenceConflict'])
const isGone = (error: unknown) => error instanceof ApiError && GONE.has(error.code)
const isCut = (trouble: PhotoTrouble) => trouble instanceof ApiError && (trouble.status === 0 || trouble.status >= 500)

/** Calls back when the way to the server may be open again. */
function useBack(back: () => void) {
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && back()
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [back])
}

interface Uploading {
  id: string
  share: number
}

type Troubles = Readonly<Record<string, PhotoTrouble>>

/** Sends what is still on this device alone, one after the other, under the ids they were taken with. */
function useUploads(draft: VisitDraft, act: (act: DraftAct) => void, files: Map<string, File>) {
  const [going, setGoing] = useState<Uploading | null>(null)
  const [troubles, setTroubles] = useState<Troubles>({})
  const busy = useRef(false)
  const latest = useRef(draft)
  latest.current = draft
  const trouble = (id: string, what: PhotoTrouble) => setTroubles(old => ({ ...old, [id]: what }))
  const next = draft.photos.find(({ id, sha256 }) => sha256 === null && !(id in troubles))

  const send = async ({ id }: DraftPhoto) => {
    const file = files.get(id) ?? (await keptFile(id).catch(() => null))
    if (!file) return trouble(id, 'lost')
    try {
      const { sha256 } = await addPhoto({ id, centre: draft.centre }, file, share => setGoing({ id, share }))
      // Taken away while it was on its way: then it has to go from there, too.
      const stays = latest.current.photos.some(photo => photo.id === id)
      act({ do: 'photoSent', id, sha256 })
      if (!stays) await withdrawEvidence(id, { id: newId(), reason: WITHDRAWN })
      files.delete(id)
      void dropFiles([id]).catch(() => {})
    } catch (error) {
      trouble(id, error as ApiError)
    }
  }
  useEffect(() => {
    if (!next || busy.current) return
    busy.current = true
    setGoing({ id: next.id, share: 0 })
    void send(next).finally(() => {
      busy.current = false
      setGoing(null)
    })
  })
  const again = useCallback((id: string) => setTroubles(({ [id]: _, ...others }) => others), [])
  const back = useCallback(
    () => setTroubles(old => Object.fromEntries(Object.entries(old).filter(([, what]) => !isCut(what)))),
    [],
  )
  useBack(back)
  return { going, troubles, trouble, again }
}

/** Withdraws what was taken away again, as often as it takes. */
function useWithdrawals(draft: VisitDraft, act: (act: DraftAct) => void) {
  const tried = useRef(new Set<string>())
  const [, setTurn] = useState(0)
  useEffect(() => {
    for (const { photo, act: id } of draft.leaving) {
      if (tried.current.has(photo)) continue
      tried.current.add(photo)
      withdrawEvidence(photo, { id, reason: WITHDRAWN })
        .catch((error: unknown) => {
          if (!isGone(error)) throw error
        })
        .then(
          () => act({ do: 'photoLeft', id: photo }),
          () => {},
        )
    }
  })
  useBack(
    useCallback(() => {
      tried.current.clear()
      setTurn(turn => turn + 1)
    }, []),
  )
}

/**
 * The photos of a draft: each is kept on the device as it is taken and goes off at once; after a reload or a cut what
 * has not arrived goes on.
 */
export function useDraftPhotos(draft: VisitDraft, act: (act: DraftAct) => void) {
  const { t } = useTranslation('evidence')
  const [files] = useState(() => new Map<string, File>())
  const { going, troubles, trouble, again } = useUploads(draft, act, files)
  useWithdrawals(draft, act)
  const add = (of: string, chosen: readonly File[]) => {
    const room = Math.max(0, MOST_PHOTOS - photosOf(draft, of).length)
    for (const file of chosen.slice(0, room)) {
      const id = newId()
      const bad = unfit(file)
      if (bad) trouble(id, bad)
      else {
        files.set(id, file)
        void keepFile(id, file).catch(() => {})
      }
      act({ do: 'photograph', photo: { id, name: file.name || t('photos'), of, sha256: null } })
    }
  }
  const unsent = draft.photos.filter(({ sha256 }) => sha256 === null)
  return {
    add,
    again,
    remove: (id: string) => {
      act({ do: 'dropPhoto', id, act: newId() })
      void dropFiles([id]).catch(() => {})
    },
    /** The draft is given up: nothing of it stays at the server or on the device. */
    abandon: () => {
      void dropFiles(draft.photos.map(({ id }) => id)).catch(() => {})
      for (const { id, sha256 } of draft.photos) {
        if (sha256) withdrawEvidence(id, { id: newId(), reason: WITHDRAWN }).catch(() => {})
      }
    },
    shareOf: (id: string) => (going?.id === id ? going.share : 0),
    troubleOf: (id: string): PhotoTrouble | undefined => troubles[id],
    /** Still on their way. */
    waiting: unsent.filter(({ id }) => !(id in troubles)).length,
    /** Stopped by something; to be sent again or taken away. */
    broken: unsent.filter(({ id }) => id in troubles),
  }
}
export type DraftPhotos = ReturnType<typeof useDraftPhotos>
