import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { FundingSource } from '@lvliang/shared/plan/plan.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { entryDay } from '../office-days.ts'
import type { Slot } from '../slots.ts'
import { NOT_DISBURSED, RECEIPT_DAYS, SENT_BEFORE_ISSUE, WRONG_RECEIPT } from './deliberate.ts'
import type { LineLedger } from './line-ledger.ts'

/**
 * A document that sends money on: every slot that reaches `stage` by `reachedBy` is topped up to so much. The first
 * documents go out before the start, to slots that will not stay idle.
 */
interface TransferDocument {
  source: FundingSource
  documentNo: string
  date: CalendarDate
  upToFen: number
  stage: ReportableStage
  reachedBy: CalendarDate
}

const transfer = (
  source: FundingSource,
  documentNo: string,
  date: CalendarDate,
  upToFen: number,
  [stage, reachedBy]: [ReportableStage, CalendarDate],
): TransferDocument => ({ source, documentNo, date, upToFen, stage, reachedBy })

const DOCUMENTS: TransferDocument[] = [
  transfer('provincialBudget', '演示财库〔2018〕57号', '2018-04-20', 2_000_000, ['started', '2018-07-15']),
  transfer('municipalBudget', '演示市财库〔2018〕31号', '2018-05-09', 1_000_000, ['started', '2018-07-15']),
  transfer('provincialBudget', '演示财库〔2018〕88号', '2018-06-13', 3_500_000, ['started', '2018-05-31']),
  transfer('provincialLottery', '演示财综拨〔2018〕19号', '2018-06-20', 1_000_000, ['started', '2018-05-31']),
  transfer('municipalBudget', '演示市财库〔2018〕46号', '2018-06-29', 2_000_000, ['started', '2018-06-12']),
  transfer('municipalLottery', '演示市财综拨〔2018〕8号', '2018-07-03', 1_000_000, ['started', '2018-05-31']),
  transfer('provincialBudget', '演示财库〔2018〕103号', '2018-07-20', 5_000_000, ['mainStructure', '2018-07-10']),
  transfer('provincialBudget', '演示财库〔2018〕125号', '2018-08-24', 3_500_000, ['started', '2018-08-20']),
  transfer('provincialLottery', '演示财综拨〔2018〕31号', '2018-09-05', 1_000_000, ['started', '2018-08-31']),
  transfer('municipalBudget', '演示市财库〔2018〕71号', '2018-09-14', 3_000_000, ['foundation', '2018-09-10']),
  transfer('municipalLottery', '演示市财综拨〔2018〕15号', '2018-09-20', 1_000_000, ['started', '2018-09-10']),
  transfer('provincialBudget', '演示财库〔2018〕160号', '2018-10-25', 5_000_000, ['mainStructure', '2018-10-20']),
  transfer('municipalBudget', '演示市财库〔2018〕90号', '2018-11-16', 3_000_000, ['started', '2018-11-10']),
  transfer('provincialLottery', '演示财综拨〔2018〕44号', '2018-11-20', 1_000_000, ['started', '2018-11-10']),
  transfer('municipalLottery', '演示市财综拨〔2018〕22号', '2018-11-22', 1_000_000, ['started', '2018-11-10']),
  transfer('provincialBudget', '演示财库〔2018〕189号', '2018-12-05', 5_000_000, ['mainStructure', '2018-12-01']),
]

const monthDay = (date: CalendarDate) => date.slice(5).replace('-', '')

/** The county's receipt of one transfer, once the money has arrived and the transfer has been entered. */
function receive(slot: Slot, document: TransferDocument, sumFen: number, ledger: LineLedger): void {
  const { source, date } = document
  const { county } = slot
  const special = RECEIPT_DAYS.find(other => other.code === slot.code && other.documentNo === document.documentNo)
  const arrives = special?.on ?? addDays(date, county.receiptLag)
  const day = entryDay(arrives, 0)
  const enteredOn = entryDay(day, slot.index % 3 === 0 ? 1 : 0)
  const documentNo = `演示${county.name}财收〔2018〕${monthDay(day)}号`
  const posting = { slot, source, kind: 'received', documentNo } as const
  const amountFen = sumFen - ledger.sumBefore(slot, source, 'received', '9999')
  if (amountFen <= 0) return
  if (WRONG_RECEIPT.code !== slot.code || WRONG_RECEIPT.documentNo !== document.documentNo) {
    ledger.post({ ...posting, amountFen, date: day, enteredOn })
    return
  }
  const { wrongFen, correctedOn } = WRONG_RECEIPT
  const wrong = ledger.post({ ...posting, amountFen: wrongFen, date: day, enteredOn })
  const correction = { ...posting, date: correctedOn, enteredOn: correctedOn }
  ledger.post({ ...correction, amountFen: wrongFen, reverses: wrong, note: '金额录入错误，冲正' })
  ledger.post({ ...correction, amountFen, note: '冲正后重新录入' })
}

/** All disbursements with the receipts that follow them. */
export function addTransfers(slots: readonly Slot[], ledger: LineLedger): void {
  for (const document of DOCUMENTS) {
    const { source, documentNo, date, upToFen, stage, reachedBy } = document
    for (const slot of slots) {
      const reached = slot.days[stage]
      if (reached === undefined || reached > reachedBy) continue
      const issuedFen = ledger.sumBefore(slot, source, 'issued', date)
      const sumFen = Math.min(upToFen, issuedFen)
      const amountFen = sumFen - ledger.sumBefore(slot, source, 'disbursed', date)
      if (amountFen <= 0) continue
      const skipped = NOT_DISBURSED.code === slot.code && NOT_DISBURSED.documentNo === documentNo
      if (!skipped) {
        ledger.post({ slot, source, kind: 'disbursed', amountFen, date, enteredOn: entryDay(date, 1), documentNo })
      }
      receive(slot, document, sumFen, ledger)
    }
  }
}

/** The one disbursement made before its money was issued. */
export function addEarlyTransfer(slots: readonly Slot[], ledger: LineLedger): void {
  const { code, source, amountFen, documentNo, on } = SENT_BEFORE_ISSUE
  const slot = slots.find(other => other.code === code)
  if (slot === undefined) return
  ledger.post({ slot, source, kind: 'disbursed', amountFen, date: on, enteredOn: entryDay(on, 1), documentNo })
}
