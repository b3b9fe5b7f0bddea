import type { Principal } from '../accounts/role.ts'
import { checkDay } from '../centres/act-rules.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'
import type { IssueMove, MoveIssue } from './issue.schema.ts'
import { checkDueOn, checkPhotoIds, fault, type IssueFault } from './issue-faults.ts'
import { MOVE_RULES, mayMake, type Party } from './issue-moves.ts'
import { type Asker, mayOwn } from './issue-party.ts'
import { fixersOf, type KnownIssue } from './issue-state.ts'

const OWNERS: readonly Principal[] = ['leader', 'cityOffice', 'inspector']

interface Moving {
  asked: Omit<MoveIssue, 'id'>
  issue: KnownIssue
  party: Party
  countyCode: string
  /** Null: the issue is the county's alone. */
  centreCode: string | null
  today: CalendarDate
  workdays: Workdays
  /** Whether there is a photo with an id at the place. */
  hasPhoto(id: string): boolean
  /** The account named in `to`; null: there is none that can sign in. */
  nextOwner: Asker | null
}

/** What a move may say beside its note and photos. */
const ITS_OWN: Record<'dueOn' | 'severity' | 'to', readonly IssueMove[]> = {
  dueOn: ['assign', 'extend'],
  severity: ['findAgain'],
  to: ['handOver'],
}

function checkOpen({ asked: { move }, issue, party }: Moving): IssueFault[] {
  if (!MOVE_RULES[move].from.includes(issue.state)) {
    return [fault('/move', 'moveNotNow', '问题目前的状态不能这样办理。 / Not possible in its present state.')]
  }
  if (mayMake(move, party)) return []
  const message = party.hasFixed
    ? '参与整改的账号不能销号。 / Who fixes never closes.'
    : '此账号不能这样办理该问题。 / Not for this account.'
  return [fault('/move', 'moveNotYours', message)]
}

/** An order is answered in words; of a county alone there is nothing to take a picture of. */
const needsPhoto = ({ asked: { move }, issue, centreCode }: Moving) =>
  MOVE_RULES[move].needs.includes('photo') && issue.source !== 'order' && centreCode !== null

function checkNeeds(moving: Moving): IssueFault[] {
  const { asked, issue } = moving
  const { needs } = MOVE_RULES[asked.move]
  const isNew = (id: string) => !issue.photoIds?.includes(id)
  const faults: IssueFault[] = []
  if (needs.includes('note') && !asked.note?.trim()) {
    faults.push(fault('/note', 'noteMissing', '请填写说明。 / Say what there is to say.'))
  }
  if (needsPhoto(moving) && !asked.photoIds?.some(isNew)) {
    faults.push(fault('/photoIds', 'photoMissing', '请附整改后的照片。 / Add a photo of how it is now.'))
  }
  if (needs.includes('dueOn') && asked.dueOn === undefined) {
    faults.push(fault('/dueOn', 'dueOnMissing', '请填写新的时限。 / State the new due day.'))
  }
  return faults
}

/** A field that another move has would change the issue unseen. */
const checkStray = ({ asked }: Moving): IssueFault[] =>
  (Object.keys(ITS_OWN) as (keyof typeof ITS_OWN)[]).flatMap(field =>
    asked[field] === undefined || ITS_OWN[field].includes(asked.move)
      ? []
      : [fault(`/${field}`, 'notOfThisMove', '这一步不能填写此项。 / This move does not say that.')],
  )

/** Days only go forward, so that on any day the moves made by then are ones that follow on each other. */
function checkDayOf({ asked: { date }, issue, today }: Moving): IssueFault[] {
  const last = issue.moves.at(-1)?.on ?? issue.foundOn
  const ahead = checkDay('/date', date, today).map(({ pointer, code, message }) => ({ pointer, code, message }))
  if (date >= last) return ahead
  return [fault('/date', 'dateBefore', `日期早于上一步的 ${last}。 / Before the step before it, ${last}.`)]
}

function checkNextOwner({ asked, issue, countyCode, nextOwner }: Moving): IssueFault[] {
  if (asked.move !== 'handOver') return []
  const wrong = (code: string, message: string) => [fault('/to', code, message)]
  if (asked.to === undefined) return wrong('toMissing', '请选择移交给谁。 / Say whom it is handed to.')
  if (nextOwner === null || !OWNERS.includes(nextOwner.principal)) {
    return wrong('toUnknown', '不能移交给这个账号。 / It cannot be handed to this account.')
  }
  if (!mayOwn(nextOwner, countyCode)) {
    return wrong('homeCounty', '督查人员不督查本人所在县。 / Inspectors do not inspect their own county.')
  }
  if (asked.to === issue.ownerId) return wrong('toSame', '已由该账号负责。 / It is theirs already.')
  return fixersOf(issue).has(asked.to) ? wrong('toFixer', '参与整改的账号不能销号。 / Who fixes never closes.') : []
}

/** What is wrong with a move; empty: it can be entered. One that is not open to the asker is not looked at further. */
export function checkMove(moving: Moving): IssueFault[] {
  const { asked, today, workdays, hasPhoto } = moving
  const closed = checkOpen(moving)
  if (closed.length > 0) return closed
  return [
    ...checkStray(moving),
    ...checkNeeds(moving),
    ...checkDayOf(moving),
    ...checkDueOn(asked.dueOn, today, workdays),
    ...checkPhotoIds(asked.photoIds, hasPhoto),
    ...checkNextOwner(moving),
  ]
}
