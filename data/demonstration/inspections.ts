import { readFileSync } from 'node:fs'
import { demonstrationAccount, demonstrationInspectors } from '@lvliang/shared/accounts/demonstration-accounts'
import type { NewRecord } from '@lvliang/shared/centres/record.schema'
import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import { type Checklist, checklistSchema } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueMove } from '@lvliang/shared/inspections/issue.schema'
import type { VisitKind } from '@lvliang/shared/inspections/visit.schema'
import { stageOrder } from '@lvliang/shared/plan/stage'
import { ISSUE_STORIES, type IssueStory, type Step } from './issue-stories.ts'
import { createJournal, INSPECTIONS, type Journal } from './journal.ts'
import { createRandom, type Random } from './random.ts'
import type { Slot } from './slots.ts'

const INSPECTORS = '市督查组'
const LEADERS = '市领导'
/** Visits of earlier rounds are kept as what they verified alone. */
const FROM = '2018-06-01'
const ITEMS_LOOKED_AT = 12

type Verification = NewRecord & { kind: 'stageVerified' }

const checklist: Checklist = checklistSchema.parse(
  JSON.parse(readFileSync(new URL('../inspections/2018.json', import.meta.url), 'utf8')),
)

/** Those who may go to a county, the one who records first: nobody inspects at home. */
function teamFor(county: string) {
  const inspectors = demonstrationInspectors().filter(
    ({ role, county: home }) => role === 'inspector' && home !== county,
  )
  return inspectors.slice(0, 2).map(({ id, name }) => ({ accountId: id, name }))
}

/** Some of the items that can be looked at, and those that failed. */
function itemsSeen({ stage }: Verification['body'], failed: readonly string[], random: Random) {
  const open = checklist.groups.flatMap(({ items }) =>
    items.filter(({ from }) => stageOrder(from) <= stageOrder(stage)),
  )
  const first = random.int(0, Math.max(0, open.length - 1))
  const seen = [...open.slice(first), ...open.slice(0, first)].slice(0, ITEMS_LOOKED_AT).map(({ id }) => id)
  return [...new Set([...failed, ...seen])].map(item => ({
    item,
    result: failed.includes(item) ? ('fail' as const) : ('pass' as const),
  }))
}

const KINDS: readonly VisitKind[] = ['routine', 'routine', 'special', 'unannounced', 'randomDraw']

function addVisit(verification: Verification, slot: Slot, failed: readonly string[], random: Random, journal: Journal) {
  const { date, recordedAt, countyCode, centreCode, body } = verification
  const [team, hour, minute] = [teamFor(countyCode), random.int(1, 7), random.int(10, 49)]
  const at = (hours: number) => `${date}T${String(hours).padStart(2, '0')}:${minute}:00.000Z`
  const away = () => random.int(-20, 20) / 100_000
  return journal.add({
    countyCode,
    centreCode,
    date,
    enteredOn: dayOfInstant(recordedAt),
    recordedBy: INSPECTORS,
    accountId: team[0]?.accountId,
    kind: 'visitRecorded',
    body: {
      kind: random.pick(KINDS),
      inspectors: team,
      arrivedAt: at(hour),
      leftAt: at(hour + 1),
      position: random.chance(60)
        ? { lon: fixed(slot.site.lon + away()), lat: fixed(slot.site.lat + away()), accuracyM: random.int(5, 30) }
        : null,
      present: ['村委会主任'],
      found: random.chance(94) ? 'open' : 'nobodyThere',
      checklist: checklist.version,
      items: itemsSeen(body, failed, random),
      plate: stageOrder(body.stage) < stageOrder('mainStructure') ? 'notYet' : random.pick(['present', 'missing']),
    },
  })
}

const fixed = (degrees: number) => Math.round(degrees * 100_000) / 100_000

const OF_COUNTY: readonly IssueMove[] = ['start', 'requestClosing', 'takeBack']

/** Who raised an issue, closes it, and as which office. */
function ownerOf({ source }: IssueStory, county: string) {
  if (source === 'order') return { recordedBy: LEADERS, accountId: demonstrationAccount('leader').id }
  return { recordedBy: INSPECTORS, accountId: teamFor(county)[0]?.accountId }
}

interface Placed {
  story: IssueStory
  countyCode: string
  office: string
  centreCode: string | null
}

/** Raises an issue and takes every step of its life. */
function addIssue({ story, countyCode, office, centreCode }: Placed, links: object, journal: Journal): string {
  const { source, foundOn, severity, safety = false, title, description, item, dueOn, waits } = story
  const owner = ownerOf(story, countyCode)
  const place = { countyCode, centreCode }
  const body = { source, severity, safety, title, description, item, assigned: !waits, dueOn, ...links }
  const issueId = journal.add({ ...place, ...owner, date: foundOn, enteredOn: foundOn, kind: 'issueRaised', body })
  const clerk = { recordedBy: office, accountId: demonstrationAccount('county', countyCode).id }
  const step = ([on, move, note, newDue]: Step) =>
    journal.add({
      ...place,
      ...(OF_COUNTY.includes(move) ? clerk : owner),
      date: on,
      enteredOn: on,
      kind: 'issueMoved',
      body: { issueId, move, note, ...(newDue !== undefined && { dueOn: newDue }) },
    })
  story.steps.forEach(step)
  return issueId
}

const isVerification = (record: NewRecord): record is Verification =>
  record.kind === 'stageVerified' && record.recordedBy === INSPECTORS && record.date >= FROM

/** Visits behind the verifications of the year, what they found wrong, and leaders' orders. */
export function inspections(records: readonly NewRecord[], slots: readonly Slot[], seed: number): NewRecord[] {
  const journal = createJournal(seed, INSPECTIONS)
  const bySlot = new Map(slots.map(slot => [slot.code, slot]))
  const failedOn = (code: string, day: string) =>
    ISSUE_STORIES.filter(
      ({ slot, source, foundOn }) => source === 'visit' && code.endsWith(`-${slot}`) && foundOn === day,
    )
  const visits = new Map<string, string>()
  for (const [i, record] of records.filter(isVerification).entries()) {
    const slot = bySlot.get(record.centreCode as string) as Slot
    const failed = failedOn(slot.code, record.date).flatMap(({ item }) => item ?? [])
    visits.set(`${slot.code} ${record.date}`, addVisit(record, slot, failed, createRandom(seed, 12_000 + i), journal))
  }
  const ids: string[] = []
  for (const story of ISSUE_STORIES) {
    const slot = slots.find(({ code }) => story.slot !== undefined && code.endsWith(`-${story.slot}`))
    const county = slot?.county ?? slots.find(each => each.county.code === story.county)?.county
    if (county === undefined) throw new Error(`an issue of nobody: ${story.title}`)
    const centreCode = slot?.code ?? null
    const visitId = visits.get(`${centreCode} ${story.foundOn}`)
    const source = story.source === 'visit' && visitId === undefined ? 'spot' : story.source
    const links = {
      visitId: source === 'visit' ? visitId : undefined,
      repeats: story.repeats === undefined ? undefined : ids[story.repeats],
    }
    ids.push(
      addIssue(
        { story: { ...story, source }, countyCode: county.code, office: county.office, centreCode },
        links,
        journal,
      ),
    )
  }
  return journal.records()
}
