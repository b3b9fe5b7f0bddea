import { aboutCentre, type TaskSource } from '../task-source.ts'

/** Relocations asked for and not decided, one for each centre. */
export const relocationsToDecide: TaskSource = ({ centres }) =>
  centres.flatMap(({ centre, state }) => {
    const open = state.relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)
    if (open === undefined) return []
    return aboutCentre(centre, { kind: 'relocation', params: { requestId: open.id, reason: open.reason } })
  })

/** Delays asked for and not decided. */
export const delaysToDecide: TaskSource = ({ centres }) =>
  centres.flatMap(({ centre, state }) =>
    state.delayRequests
      .filter(({ decided }) => decided === null)
      .map(({ id, milestone, newDue }) =>
        aboutCentre(centre, { kind: 'delay', params: { requestId: id, milestone, newDue } }),
      ),
  )

/** Centres of which nothing but the county's own report is known. */
export const centresToVerify: TaskSource = ({ centres }) =>
  centres
    .filter(({ centre }) => centre.verification === 'reportedOnly')
    .map(({ centre }) => aboutCentre(centre, { kind: 'verify' }))

/** Slots whose village is this many days overdue may be better used elsewhere [ours]. */
const UNSITED_DAYS = 15

/** Quota that lies idle. */
export const idleQuota: TaskSource = ({ centres, evaluation: { plan } }) => {
  const siting = plan.milestones.find(({ stage }) => stage === 'sited')
  if (siting === undefined) return []
  return centres
    .filter(({ centre }) => centre.milestones[siting.id].overdueDays > UNSITED_DAYS)
    .map(({ centre }) => aboutCentre(centre, { kind: 'unsited', due: centre.milestones[siting.id].due }))
}
