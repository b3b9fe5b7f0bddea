/** Deviations put in on purpose, so that the board has them to show. The README lists them. */

/** 县垫付: paid before the money has arrived. */
export const PAID_AHEAD = {
  code: 'LL2018-017',
  source: 'provincialLottery',
  amountFen: 600_000,
  on: '2018-07-04',
} as const

/** Received straight from the treasury, while the city has not entered that it was sent: its next transfer makes it good. */
export const NOT_DISBURSED = { code: 'LL2018-064', documentNo: '演示市财库〔2018〕46号' } as const

/** Receipts on other days than the county's usual ones. */
export const RECEIPT_DAYS = [
  { code: PAID_AHEAD.code, documentNo: '演示财综拨〔2018〕19号', on: '2018-08-21' },
  { ...NOT_DISBURSED, on: '2018-07-12' },
] as const

/** Sent in July, issued only with the second batch in August. */
export const SENT_BEFORE_ISSUE = {
  code: 'LL2018-047',
  source: 'municipalLottery',
  amountFen: 1_000_000,
  documentNo: '演示市财综拨〔2018〕8号',
  on: '2018-07-03',
} as const

/** A receipt typed a tenth of its amount, reversed (冲正) and entered again. */
export const WRONG_RECEIPT = {
  code: 'LL2018-012',
  documentNo: '演示市财库〔2018〕31号',
  wrongFen: 100_000,
  correctedOn: '2018-05-28',
} as const
