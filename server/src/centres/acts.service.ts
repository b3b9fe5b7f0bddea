import type { OperationId } from '@lvliang/shared/accounts/access'
import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { ActDone } from '@lvliang/shared/centres/act.schema'
import { checkFacts, type HeldVillage, type Issue } from '@lvliang/shared/centres/act-rules'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { CentreFacts } from '@lvliang/shared/centres/record.schema'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { CountyAreas } from '@lvliang/shared/register/county-areas'
import type { RequestEnv } from '../access/request-env.ts'
import { seesPhones } from '../access/viewer.ts'
import { DomainError } from '../errors.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import type { Draft, Journal, Turn } from '../ledger/journal.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { resolveMoment, type Times } from '../ledger/times.ts'
import type { Slot } from '../store/programme.repo.ts'
import { centreSheet } from './centre-sheet.ts'

export interface ActDeps {
  ledger: Ledger
  times: Times
  journal: Journal
  areas: CountyAreas
  /** Whether there is a photo with an id at a centre. */
  hasPhoto(id: string, centre: string): boolean
}

/** What a rule is held against. */
export interface Standing extends Turn {
  code: string
  countyCode: string
  state: CentreState
}

/** Who asks for what to be done to which centre, from which of its versions. */
export interface Asked {
  env: RequestEnv
  operation: OperationId
  code: string
  ifMatch: string | undefined
}

type Part = Pick<Draft, 'id' | 'kind' | 'date' | 'body'>

/** One act on one centre. */
export interface CentreAct {
  acceptDoubts?: boolean | undefined
  /** The record that carries the act's id, as the centre stands. */
  record(standing: Standing): Part
  check(standing: Standing): Issue[]
  /** Records that come with it. */
  more?(standing: Standing, doubts: readonly Issue[]): Part[]
  /** What the facts were. */
  before?(state: CentreState): unknown
}

/** Facts that say which village: only these are held against the other slots'. */
const VILLAGE_FACTS = ['town', 'village', 'villageCode'] as const

export const centreUnknown = (code: string) =>
  new DomainError('centreUnknown', `没有编号为 ${code} 的项目。 / There is no centre ${code}.`)

function refuseIssues(issues: readonly Issue[], acceptDoubts: boolean): void {
  const wrong = issues.filter(({ doubtful }) => !doubtful)
  const named = wrong.length > 0 ? wrong : issues
  if (named.length === 0 || (wrong.length === 0 && acceptDoubts)) return
  const faults = named.map(({ pointer, code, message }) => ({ pointer, code, message }))
  throw new DomainError(
    wrong.length > 0 ? 'ruleBroken' : 'doubtful',
    faults.map(({ message }) => message).join(' '),
    faults,
  )
}

/** What people do to one centre: each act once, from the version named, by the rules. */
export class CentreActs {
  readonly #deps: ActDeps

  constructor(deps: ActDeps) {
    this.#deps = deps
  }

  async do({ env, operation, code, ifMatch }: Asked, act: CentreAct): Promise<ActDone & { isNew: boolean }> {
    const { countyCode } = this.#slot(code)
    const complete = (part: Part) => ({ ...part, countyCode, centreCode: code }) as Draft
    // Nothing is entered between the parts of one turn: how the centre stands is found once for all of them.
    let standing: Standing
    const { isNew, records } = await this.#deps.journal.enter({
      env,
      operation,
      subject: `centre/${code}`,
      record: () => {
        standing = this.#standing(code, countyCode)
        return complete(act.record(standing))
      },
      settle: turn => {
        const now = { ...standing, ...turn }
        if (ifMatch !== versionTag(now.state.version)) refuseStale(ifMatch, this.sheet(env, code))
        const issues = act.check(now)
        refuseIssues(issues, act.acceptDoubts === true)
        return (act.more?.(now, issues) ?? []).map(complete)
      },
      before: () => act.before?.(standing.state),
    })
    return { isNew, centre: this.sheet(env, code), recordIds: records.map(({ id }) => id) }
  }

  /** The centre as it is now. */
  sheet({ viewer }: RequestEnv, code: string): CentreSheet {
    const found = this.#find(code)
    return centreSheet(found, seesPhones(viewer, found.centre.countyCode))
  }

  /** The centres of a county as they are at a moment. */
  sheetsOf({ viewer }: RequestEnv, county: string, when: { asOf?: string | undefined; knownAt?: string | undefined }) {
    const { ledger, times } = this.#deps
    const { moment, centres } = ledger.snapshot(resolveMoment(times, when), 'reported')
    const own = centres.filter(({ centre }) => centre.countyCode === county)
    return { asOf: moment.asOf, items: own.map(found => centreSheet(found, seesPhones(viewer, county))) }
  }

  /** What is wrong with facts as they would be stated of a centre. */
  checkFacts({ code, countyCode, state, today }: Standing, facts: Partial<CentreFacts>): Issue[] {
    const { areas, ledger } = this.#deps
    const { position } = facts
    return checkFacts({
      state,
      countyCode,
      facts,
      today,
      others: VILLAGE_FACTS.some(field => facts[field] !== undefined) ? this.#othersOf(code, countyCode) : [],
      metresOutside: position ? areas.metresOutside(countyCode, [position.lon, position.lat]) : 0,
      allowedMetres: ledger.programme.policy.borderDoubtMetres.value,
    })
  }

  /** Photos that a record names and the centre does not have. */
  checkPhotos(code: string, ids: readonly string[] = []): Issue[] {
    return ids.flatMap((id, i): Issue[] => {
      if (this.#deps.hasPhoto(id, code)) return []
      const message = `没有这张照片：${id}。 / There is no such photo here.`
      return [{ pointer: `/photoIds/${i}`, code: 'photoUnknown', message, doubtful: false }]
    })
  }

  get plan() {
    return this.#deps.ledger.programme.plan
  }

  #standing(code: string, countyCode: string): Standing {
    const { times } = this.#deps
    return {
      code,
      countyCode,
      state: this.#find(code).state,
      today: times.today(),
      recordedAt: times.entryInstant(),
    }
  }

  #slot(code: string): Slot {
    const slot = this.#deps.ledger.slot(code)
    if (!slot) throw centreUnknown(code)
    return slot
  }

  #find(code: string): EvaluatedCentre {
    const { ledger, times } = this.#deps
    const found = ledger.slot(code) && ledger.evaluate(code, resolveMoment(times, {}), 'reported')
    if (!found) throw centreUnknown(code)
    return found
  }

  /** Villages the county's other slots hold. */
  #othersOf(code: string, countyCode: string): HeldVillage[] {
    const others = this.#deps.ledger.slotsOf(countyCode).filter(slot => slot.code !== code)
    return others.map(slot => {
      const { town, village, villageCode } = this.#find(slot.code).centre
      return { code: slot.code, town, village, villageCode }
    })
  }
}
