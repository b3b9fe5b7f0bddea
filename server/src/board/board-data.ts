import { addDays } from '@lvliang/shared/dates/calendar-date'
import type { Reader } from '../reader.ts'
import { summaryAnswer } from './summary.ts'

/** The board's own numbers: today's and those of a week ago, against which ± is shown. */
export function boardData(reader: Reader) {
  const summary = summaryAnswer(reader, {})
  const previousSummary = summaryAnswer(reader, { asOf: addDays(summary.asOf, -7) })
  return { summary, previousSummary, asOf: summary.asOf }
}
