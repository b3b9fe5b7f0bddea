import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { PlanWords } from '../use-plan-words.ts'

/** What every dialog of a centre is given. */
export interface ActProps {
  centre: CentreDetail
  plan: Plan
  words: PlanWords
  /** Done; what to say on the page. */
  onDone: (says: string) => void
  onCancel: () => void
}

/** A relocation nobody has answered. */
export const pendingRelocation = ({ relocations }: CentreDetail) =>
  relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)

/** Delays nobody has answered. */
export const pendingDelays = ({ delayRequests }: CentreDetail) =>
  delayRequests.filter(({ decided }) => decided === null)
