import type { RecordVisit } from '@lvliang/shared/inspections/visit.schema'
import type { ApiFault } from '../../../api/client.ts'
import { at } from './anchors.ts'

/** What the server finds wrong, and where on the page that is; null: nowhere in particular. */
export interface PlacedFault {
  at: string | null
  message: string
}

const PLACES: Readonly<Record<string, string>> = {
  kind: at.kind,
  inspectors: at.inspectors,
  companions: at.companions,
  arrivedAt: at.arrived,
  position: at.position,
  present: at.present,
  found: at.found,
  verified: at.verified,
  plate: at.plate,
  photoIds: at.photos,
  notes: at.notes,
  leftAt: at.left,
}

function placeOf(pointer: string, body: RecordVisit): string | null {
  const [name = '', index = ''] = pointer.replace(/^\/(json\/)?/, '').split('/')
  if (name === 'items') {
    const item = body.items[Number(index)]?.item
    return item ? at.item(item) : null
  }
  if (name === 'findings') {
    const finding = body.findings[Number(index)]
    return finding ? (finding.item ? at.item(finding.item) : at.finding(finding.id)) : null
  }
  return PLACES[name] ?? null
}

/** Refusals by their place in the form, for what was sent. */
export const placeFaults = (faults: readonly ApiFault[], body: RecordVisit): PlacedFault[] =>
  faults.map(({ pointer, message }) => ({ at: placeOf(pointer, body), message }))
