import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'

export interface PhotoGroup {
  /** Null: nobody said of which stage. */
  stage: ReportableStage | null
  photos: Photo[]
}

/** The photos by stage, in the order of the stages, the latest taken first. */
export function photosByStage(photos: readonly Photo[]): PhotoGroup[] {
  const when = ({ takenAt, addedAt }: Photo) => takenAt ?? addedAt
  return [...REPORTABLE_STAGES, null].flatMap(stage => {
    const own = photos.filter(photo => photo.stage === stage)
    return own.length === 0 ? [] : { stage, photos: own.sort((a, b) => (when(a) < when(b) ? 1 : -1)) }
  })
}
