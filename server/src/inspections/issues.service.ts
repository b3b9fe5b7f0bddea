import type { OperationId } from '@lvliang/shared/accounts/access'
import type { RecordBody } from '@lvliang/shared/centres/record.schema'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueDetail, MoveIssue, RaiseIssue } from '@lvliang/shared/inspections/issue.schema'
import type { IssueFault } from '@lvliang/shared/inspections/issue-faults'
import { type Asker, partyOf } from '@lvliang/shared/inspections/issue-party'
import { checkMove } from '@lvliang/shared/inspections/move-issue'
import { checkRaise, raisedBody, type Said } from '@lvliang/shared/inspections/raise-issue'
import type { RequestEnv } from '../access/request-env.ts'
import type { Viewer } from '../access/viewer.ts'
import { DomainError } from '../errors.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import type { FoundIssue } from '../ledger/issue-index.ts'
import type { Journal, Turn } from '../ledger/journal.ts'
import { resolveMoment, type When } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { issueDetail } from './issue-detail.ts'

export interface IssueDeps {
  reader: Reader
  journal: Journal
  checklist: Checklist
  /** An account that can sign in; null: there is none with this id. */
  ownerOf(accountId: string): Promise<Asker | null>
}

/** Where an issue is: a centre, or a county alone. */
export interface Place {
  countyCode: string
  centreCode: string | null
}

interface Done {
  isNew: boolean
  issue: IssueDetail
}

interface Moving extends MoveIssue {
  issueId: string
  ifMatch: string | undefined
}

function refuse(faults: readonly IssueFault[]): void {
  if (faults.length > 0) throw new DomainError('ruleBroken', faults.map(({ message }) => message).join(' '), faults)
}

export const issueUnknown = () => new DomainError('issueUnknown', '没有这个问题。 / There is no such issue.')

/** Issues (问题) and leaders' orders (领导交办): raised, moved from state to state, read one by one. */
export class Issues {
  readonly #deps: IssueDeps

  constructor(deps: IssueDeps) {
    this.#deps = deps
  }

  async raise(env: RequestEnv, operation: OperationId, place: Place, asked: RaiseIssue): Promise<Done> {
    const { id, date, centre: _, county: __, ...said } = asked
    const { isNew } = await this.#deps.journal.enter({
      env,
      operation,
      subject: `issue/${id}`,
      record: () => ({ id, kind: 'issueRaised', ...place, date, body: this.#raisedBody(id, said) }),
      settle: turn => {
        refuse(this.#checkRaise(env.viewer, place, { said, date }, turn))
        return []
      },
    })
    return { isNew, issue: this.detail(env.viewer, id) }
  }

  async move(env: RequestEnv, { issueId, ifMatch, ...asked }: Moving): Promise<Done> {
    const { id, date, ...said } = asked
    const place = this.placeOf(issueId)
    const nextOwner = asked.to === undefined ? null : await this.#deps.ownerOf(asked.to)
    let before: unknown
    const { isNew } = await this.#deps.journal.enter({
      env,
      operation: 'moveIssue',
      subject: `issue/${issueId}`,
      record: () => ({ id, kind: 'issueMoved', ...place, date, body: { issueId, ...said } }),
      settle: ({ today }) => {
        const { issue } = this.#now(issueId)
        if (ifMatch !== versionTag(issue.version)) refuseStale(ifMatch, this.detail(env.viewer, issueId))
        const { workdays } = this.#deps.reader
        const party = partyOf(env.viewer, issue, place.countyCode)
        const hasPhoto = this.#photosAt(place)
        refuse(checkMove({ asked, issue, party, ...place, today, workdays, hasPhoto, nextOwner }))
        before = { state: issue.state, version: issue.version, dueOn: issue.dueOn }
        return []
      },
      before: () => before,
    })
    return { isNew, issue: this.detail(env.viewer, issueId) }
  }

  /** Where an issue that is known now is. */
  placeOf(id: string): Place {
    const { county, centre } = this.#now(id)
    return { countyCode: county, centreCode: centre?.code ?? null }
  }

  detail(viewer: Viewer, id: string, when: When = {}): IssueDetail {
    const { issues, times } = this.#deps.reader
    const moment = resolveMoment(times, when)
    const found = issues.find(id, moment)
    if (!found) throw issueUnknown()
    const isNow = moment.asOf === times.today() && when.knownAt === undefined
    return issueDetail(issues, found, { viewer, moment, isNow })
  }

  #now(id: string): FoundIssue {
    const { issues, times } = this.#deps.reader
    const found = issues.find(id, resolveMoment(times, {}))
    if (!found) throw issueUnknown()
    return found
  }

  /** Sent again on another day, it is due when it was. */
  #raisedBody(id: string, said: Said): RecordBody<'issueRaised'> {
    const { ledger, times, workdays } = this.#deps.reader
    const stored = ledger.record(id)
    const dueOn = said.dueOn ?? (stored?.kind === 'issueRaised' ? stored.body.dueOn : undefined)
    const { checklist } = this.#deps
    return raisedBody(dueOn === undefined ? said : { ...said, dueOn }, { today: times.today(), checklist, workdays })
  }

  #checkRaise(raiser: Viewer, place: Place, { said, date }: { said: Said; date: string }, { today }: Turn) {
    const { issues, times, workdays } = this.#deps.reader
    const { countyCode, centreCode } = place
    const now = resolveMoment(times, {})
    return checkRaise({
      said,
      date,
      raiser,
      ...place,
      today,
      checklist: this.#deps.checklist,
      workdays,
      others: centreCode === null ? issues.ofCounty(countyCode, now) : issues.ofCentre(centreCode, now),
      hasPhoto: this.#photosAt(place),
    })
  }

  /** An issue of a county shows photos of any of its centres. */
  #photosAt({ countyCode, centreCode }: Place): (id: string) => boolean {
    const { evidence } = this.#deps.reader
    return id => {
      const photo = evidence.find(id)
      if (!photo?.centreCode || photo.countyCode !== countyCode) return false
      return evidence.hasPhoto(id, centreCode ?? photo.centreCode)
    }
  }
}
