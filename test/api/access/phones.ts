import { createRecord } from '../../factories/records.ts'

/** A centre of each of two counties, with a telephone number of its own. */
export const SUBJECT_COUNTIES = {
  own: { county: '141124', centre: 'LL2018-034', phone: '13834560001' },
  other: { county: '141181', centre: 'LL2018-082', phone: '13834560002' },
} as const

/** An issue of the centre acted on, open. */
export const SUBJECT_ISSUE = '7d0a5a3e-0000-4000-8000-0000000000aa'
const issueRecord = createRecord(
  'issueRaised',
  '2018-07-20',
  { source: 'spot', severity: 'general', safety: false, title: '门轴松动', assigned: true, dueOn: '2018-08-10' },
  { id: SUBJECT_ISSUE, recordedBy: '市督查组' },
)

const centreRecords = Object.values(SUBJECT_COUNTIES).flatMap(({ county, centre, phone }) => {
  const place = { countyCode: county, centreCode: centre }
  return [
    createRecord('facts', '2018-03-01', { facts: { village: '前村', person: '张三', phone } }, place),
    createRecord('stageReported', '2018-03-05', { stage: 'sited' }, place),
  ]
})

export const phoneRecords = [...centreRecords, issueRecord]
