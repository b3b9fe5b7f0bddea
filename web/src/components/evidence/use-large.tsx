import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { lazy, type ReactNode, Suspense, useState } from 'react'

const PhotoDialog = lazy(() => import('./photo-dialog.tsx').then(module => ({ default: module.PhotoDialog })))

export interface TitledPhoto {
  title: string
  photo: Photo
}

/** Opens one of several photos large, and from there all others. */
export function useLarge(photos: readonly TitledPhoto[]): { open: (photo: Photo) => void; large: ReactNode } {
  const [at, setAt] = useState<number | null>(null)
  return {
    open: photo => setAt(photos.findIndex(one => one.photo === photo)),
    large: at !== null && (
      <Suspense>
        <PhotoDialog photos={photos} at={at} onAt={setAt} onClose={() => setAt(null)} />
      </Suspense>
    ),
  }
}
