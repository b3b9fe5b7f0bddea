import { aboutCounty, type TaskDraft, type TaskSource } from '../task-source.ts'

/** The months a county has to sign, or to sign again. */
export const monthsToSign: TaskSource = ({ counties, months }) =>
  counties.flatMap(county =>
    months(county).map(({ period, due, returned }): TaskDraft => {
      if (returned === null) return aboutCounty(county, { kind: 'signMonth', due, params: { period } })
      return aboutCounty(county, { kind: 'monthReturned', params: { period, reason: returned } })
    }),
  )

/** The months the city office has to ask for: their day has passed unsigned. */
export const missingMonths: TaskSource = ({ counties, months, evaluation: { today } }) =>
  counties.flatMap(county =>
    months(county)
      .filter(({ due, returned }) => returned === null && due < today)
      .map(({ period, due }) => aboutCounty(county, { kind: 'monthMissing', due, params: { period } })),
  )
