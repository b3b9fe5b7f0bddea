import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { checkFundLine, type FundEntry } from '@lvliang/shared/funding/fund-rules'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Fault } from '../errors.ts'

type FundRecord = CentreRecord & { kind: 'fundEntry' }

const isFund = (record: CentreRecord): record is FundRecord => record.kind === 'fundEntry'
const net = ({ body }: FundRecord) => (body.reverses === undefined ? body.amountFen : -body.amountFen)

const toEntry = ({ id, date, body }: FundRecord): FundEntry => ({
  id,
  date,
  kind: body.kind,
  amountFen: body.amountFen,
  reverses: body.reverses,
})

/** The hard rules of money over all records of one owner: a centre (`slots` 1) or a county's lumps (its quota). */
export function checkFunds(
  records: readonly CentreRecord[],
  { plan, owner, slots }: { plan: PlanFile; owner: string; slots: number },
): Fault[] {
  const entries = records.filter(isFund)
  if (entries.length === 0) return []
  return plan.fundingSources.flatMap(source =>
    checkFundLine(
      entries.filter(entry => entry.body.source === source.id).map(toEntry),
      source.amountFen * slots,
      plan.moneyFrom,
    ).map(problem => ({
      pointer: `/records/${problem.entryId}`,
      code: problem.code,
      message: `${owner} ${source.name.zh} ${problem.date} ${problem.kind}: ${problem.code} (${problem.leftFen} fen left)`,
    })),
  )
}

/** A split (分解) names a lump of its own county, source and kind, and the splits of a lump stay within it. */
export function checkSplits(records: readonly CentreRecord[]): Fault[] {
  const funds = records.filter(isFund)
  const lumps = new Map(funds.filter(record => record.centreCode === null).map(record => [record.id, record]))
  const left = new Map<string, number>()
  for (const lump of lumps.values()) {
    const id = lump.body.reverses ?? lump.id
    left.set(id, (left.get(id) ?? 0) + net(lump))
  }
  return funds.flatMap((split): Fault[] => {
    const id = split.body.splitsLump
    if (id === undefined) return []
    const fault = (code: string, message: string) => [{ pointer: `/records/${split.id}`, code, message }]
    const lump = lumps.get(id)
    if (lump === undefined || lump.countyCode !== split.countyCode)
      return fault('splitsNothing', `${split.centreCode}: no lump ${id}`)
    if (lump.body.source !== split.body.source || lump.body.kind !== split.body.kind)
      return fault('splitsOtherLine', `${split.centreCode}: lump ${id} is of another source or kind`)
    const rest = (left.get(id) ?? 0) - net(split)
    left.set(id, rest)
    return rest < 0 ? fault('splitsTooMuch', `${split.centreCode}: lump ${id} is exceeded by ${-rest} fen`) : []
  })
}
