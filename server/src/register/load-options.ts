import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type CalendarDate, isCalendarDate, shanghaiDay } from '@lvliang/shared/dates/calendar-date'
import type { Datum } from '@lvliang/shared/geo/datum'
import { type PlanFile, planFileSchema } from '@lvliang/shared/plan/plan.schema'
import type { Clock } from '../ledger/times.ts'

export interface LoadOptions {
  file: string
  isDryRun: boolean
  acceptsAnomalies: boolean
  plan: PlanFile | null
  datum: Datum
  asOf: CalendarDate | null
}

/** A command line that cannot be followed. */
export class UsageError extends Error {}

const USAGE = `用法 usage:
  npm run load -- FILE [--dry-run] [--plan FILE] [--crs wgs84|gcj02|bd09] [--as-of YYYY-MM-DD] [--accept-anomalies]`

const DATUMS: readonly string[] = ['wgs84', 'gcj02', 'bd09'] satisfies Datum[]

/** What the command line asks for, or a {@link UsageError} saying what is wrong with it. */
export function parseLoadOptions(args: string[], clock: Clock): LoadOptions {
  const { values, positionals } = parsed(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(`需要一个文件 / one FILE is needed\n${USAGE}`)
  if (!DATUMS.includes(values.crs)) throw new UsageError(`--crs ${values.crs}: ${DATUMS.join(' | ')}\n${USAGE}`)
  return {
    file,
    isDryRun: values['dry-run'],
    acceptsAnomalies: values['accept-anomalies'],
    plan: values.plan === undefined ? null : readGivenPlan(values.plan),
    datum: values.crs as Datum,
    asOf: values['as-of'] === undefined ? null : parseAsOf(values['as-of'], clock),
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'accept-anomalies': { type: 'boolean', default: false },
        plan: { type: 'string' },
        crs: { type: 'string', default: 'wgs84' },
        'as-of': { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`)
  }
}

function parseAsOf(text: string, clock: Clock): CalendarDate {
  if (!isCalendarDate(text)) {
    throw new UsageError(`--as-of “${text}”不是日期，应写作 2018-07-31 / not a day written YYYY-MM-DD`)
  }
  const today = shanghaiDay(clock.now())
  if (text > today) throw new UsageError(`--as-of ${text} 晚于今天 ${today} / is after today, ${today}`)
  return text
}

function readGivenPlan(path: string): PlanFile {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`--plan ${path}：无法读取 / cannot be read: ${(error as Error).message}`)
  }
  const plan = planFileSchema.safeParse(json)
  if (plan.success) return plan.data
  const issues = plan.error.issues.map(({ path: at, message }) => `  ${at.join('.') || '(file)'}: ${message}`)
  throw new UsageError(`--plan ${path}：不是计划文件 / is no plan file\n${issues.join('\n')}`)
}
