import { PHOTO_TYPES } from '@lvliang/shared/evidence/evidence.schema'
import type { RefObject } from 'react'

interface PhotoInputProps {
  input: RefObject<HTMLInputElement | null>
  label: string
  /** Straight to the camera of a phone. */
  isCamera?: boolean
  onFiles: (files: File[]) => void
}

/** The unseen field behind a button that takes or chooses photos. */
export const PhotoInput = ({ input, label, isCamera, onFiles }: PhotoInputProps) => (
  <input
    ref={input}
    type="file"
    hidden
    multiple={!isCamera}
    capture={isCamera && 'environment'}
    accept={PHOTO_TYPES.join(',')}
    aria-label={label}
    onChange={event => {
      onFiles([...(event.target.files ?? [])])
      event.target.value = ''
    }}
  />
)
