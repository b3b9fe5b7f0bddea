import type { StageState } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'

export type StageGap =
  | { kind: 'agrees' | 'unverified' | 'notReached' | 'unreported' }
  /** Days from the reported to the recognised day; negative: recognised earlier. */
  | { kind: 'dayDiffers'; days: number }

type Stated = Pick<StageState, 'reported' | 'verified' | 'checkedOn' | 'disputed'>

/** How report and verification of a stage stand to each other; null: neither is there. */
export function stageGap({ reported, verified, checkedOn, disputed }: Stated): StageGap | null {
  if (verified === null) {
    if (disputed || (checkedOn !== null && reported === null)) return { kind: 'notReached' }
    return reported === null ? null : { kind: 'unverified' }
  }
  if (reported === null) return { kind: 'unreported' }
  const days = daysBetween(reported, verified)
  return days === 0 ? { kind: 'agrees' } : { kind: 'dayDiffers', days }
}
