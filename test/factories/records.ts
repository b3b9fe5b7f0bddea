import type { CentreRecord, RecordBody, RecordKind } from '@lvliang/shared/centres/record.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'

type Overrides = Partial<Omit<CentreRecord, 'kind' | 'body'>>

let entered = 0

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A record of 临县's first slot, entered at noon of the day it is about unless told otherwise. */
export function createRecord<K extends RecordKind>(
  kind: K,
  date: string,
  body: RecordBody<K>,
  overrides: Overrides = {},
): CentreRecord {
  entered += 1
  return {
    id: uuid(entered),
    seq: entered,
    countyCode: '141124',
    centreCode: 'LL2018-034',
    date,
    recordedAt: `${date}T04:00:00.000Z`,
    recordedBy: '临县民政局',
    origin: 'entry',
    kind,
    body,
    ...overrides,
  } as CentreRecord
}

export const report = (stage: ReportableStage, date: string, overrides: Overrides = {}) =>
  createRecord('stageReported', date, { stage }, overrides)

/** A visit on `checkedOn`: it recognises the stage on `recognisedOn`, or (null) does not recognise it. */
export const verify = (
  stage: ReportableStage,
  checkedOn: string,
  recognisedOn: string | null,
  disputes = recognisedOn === null,
) => createRecord('stageVerified', checkedOn, { stage, recognisedOn, disputes })

/** Reports of several stages by their days, in order. */
export const reports = (days: Partial<Record<ReportableStage, string>>) =>
  Object.entries(days).map(([stage, date]) => report(stage as ReportableStage, date))

export const slot = { code: 'LL2018-034', countyCode: '141124' }
/** Later than every entry of the tests. */
export const ALL_KNOWN = '2019-12-31T15:59:59.999Z'
