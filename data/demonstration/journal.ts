import type { NewRecord } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { LAST_ENTRY } from './office-days.ts'
import { createRandom } from './random.ts'

/** A record before it has an id and an instant: only the workday of its entry is known. */
export type Draft = NewRecord extends infer R
  ? R extends NewRecord
    ? Omit<R, 'id' | 'recordedAt' | 'origin'> & { enteredOn: CalendarDate }
    : never
  : never

/** Collects drafts in the order of the world and hands out their ids. */
export interface Journal {
  /** Keeps a draft and returns its id, for records that refer to it. */
  add(draft: Draft): string
  /** All records by the instant of entry. */
  records(): NewRecord[]
}

/** Office hours in UTC (Asia/Shanghai less eight): 08:30–12:00 and 14:30–18:00, in seconds of the day. */
const MORNING = { from: 1800, seconds: 12_600 }
const AFTERNOON = { from: 23_400, seconds: 12_600 }

const pad = (value: number) => String(value).padStart(2, '0')

function instant(day: CalendarDate, officeSecond: number, milliseconds: number): string {
  const second =
    officeSecond < MORNING.seconds ? MORNING.from + officeSecond : AFTERNOON.from + officeSecond - MORNING.seconds
  return `${day}T${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}.${String(milliseconds).padStart(3, '0')}Z`
}

/** `count` different seconds of one working day, in order. */
function officeSeconds(count: number, stream: number, seed: number): number[] {
  const random = createRandom(seed, stream)
  const seconds = new Set<number>()
  while (seconds.size < count) seconds.add(random.int(0, MORNING.seconds + AFTERNOON.seconds - 1))
  return [...seconds].sort((a, b) => a - b)
}

/** Streams of random numbers a journal draws from; two journals never enter at the same instant. */
interface Streams {
  ids: number
  days: number
  milliseconds: number
}

const MAIN: Streams = { ids: 900_001, days: 1_000_000, milliseconds: 0 }
/** Of inspections: whatever they hold, the other records stay as they are. */
export const INSPECTIONS: Streams = { ids: 900_002, days: 2_000_000, milliseconds: 500 }

export function createJournal(seed: number, streams: Streams = MAIN): Journal {
  const ids = createRandom(seed, streams.ids)
  const kept: { id: string; draft: Draft }[] = []
  const add = (draft: Draft) => {
    const id = ids.uuid()
    if (draft.enteredOn <= LAST_ENTRY) kept.push({ id, draft })
    return id
  }
  const records = () => {
    const byDay = new Map<CalendarDate, typeof kept>()
    for (const entry of kept) byDay.set(entry.draft.enteredOn, [...(byDay.get(entry.draft.enteredOn) ?? []), entry])
    return [...byDay.keys()].sort().flatMap((day, dayIndex) => {
      const entries = byDay.get(day) ?? []
      const seconds = officeSeconds(entries.length, streams.days + dayIndex, seed)
      return entries.map(
        ({ id, draft: { enteredOn, countyCode, centreCode, date, recordedBy, accountId, kind, body } }, i) => {
          const recordedAt = instant(enteredOn, seconds[i] as number, streams.milliseconds)
          const by = { recordedBy, origin: 'entry', ...(accountId !== undefined && { accountId }) }
          return { id, countyCode, centreCode, date, recordedAt, ...by, kind, body } as NewRecord
        },
      )
    })
  }
  return { add, records }
}
