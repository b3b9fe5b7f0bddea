import type { Journal } from './journal.ts'
import { entryDay } from './office-days.ts'
import type { Slot } from './slots.ts'

const CITY = '市民政局'

function addSuspension(slot: Slot, journal: Journal): void {
  const { suspension } = slot.story
  if (suspension === undefined) return
  const about = { countyCode: slot.county.code, centreCode: slot.code, recordedBy: slot.county.office }
  const { from, to, reason } = suspension
  const body = { reason, until: null }
  journal.add({ ...about, date: from, enteredOn: entryDay(from, 2), kind: 'suspension', body })
  journal.add({ ...about, date: to, enteredOn: entryDay(to, 1), kind: 'suspensionEnded', body: { note: '已恢复施工' } })
}

function addDelay(slot: Slot, journal: Journal): void {
  const { delay } = slot.story
  if (delay === undefined) return
  const { approvedOn, ...body } = delay
  const about = { countyCode: slot.county.code, centreCode: slot.code, recordedBy: CITY }
  journal.add({ ...about, date: approvedOn, enteredOn: entryDay(approvedOn, 0), kind: 'delay', body })
}

function addRelocation(slot: Slot, journal: Journal): void {
  const { relocation } = slot.story
  if (relocation === undefined) return
  const { requestedOn, agreedOn, reason, dueDays } = relocation
  const about = { countyCode: slot.county.code, centreCode: slot.code }
  const { town, village, lon, lat } = slot.site
  const position = { lon, lat, source: '手机定位（演示）', accuracyM: 20 }
  journal.add({
    ...about,
    date: requestedOn,
    enteredOn: entryDay(requestedOn, 0),
    recordedBy: slot.county.office,
    kind: 'relocationRequested',
    body: { reason },
  })
  journal.add({
    ...about,
    date: agreedOn,
    enteredOn: entryDay(agreedOn, 0),
    recordedBy: CITY,
    kind: 'relocationAgreed',
    body: { facts: { town, village, position }, dueDays, note: '演示民函〔2018〕21号：同意调整建设村' },
  })
}

/** Stops, approved delays and the change of a village. */
export function addOverlays(slot: Slot, journal: Journal): void {
  addSuspension(slot, journal)
  addDelay(slot, journal)
  addRelocation(slot, journal)
}
