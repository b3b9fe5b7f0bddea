import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'

export interface PhotoGroup {
  title: string
  photos: readonly Photo[]
}

const when = ({ takenAt, addedAt }: Photo) => takenAt ?? addedAt

/** The photos by stage, in the order of the stages, the latest taken first; null: nobody said of which stage. */
export function photosByStage(
  photos: readonly Photo[],
  nameOf: (stage: ReportableStage | null) => string,
): PhotoGroup[] {
  return [...REPORTABLE_STAGES, null].flatMap(stage => {
    const own = photos.filter(photo => photo.stage === stage)
    const newestFirst = own.sort((a, b) => (when(a) < when(b) ? 1 : -1))
    return own.length === 0 ? [] : { title: nameOf(stage), photos: newestFirst }
  })
}
