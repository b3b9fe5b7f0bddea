import type { Summary } from '@lvliang/shared/board/summary.schema'
import { formatWan } from '@lvliang/shared/funding/money'
import { useTranslation } from 'react-i18next'
import { Delta } from './delta.tsx'
import classes from './strip.module.css'
import { StripCell } from './strip-cell.tsx'

function wanDelta(fen: number): string {
  return fen > 0 ? `+${formatWan(fen)}` : formatWan(fen).replace('-', '−')
}

/** Where the subsidy is: paid large, the kinds before it beneath. */
export function MoneyCell({ summary, previous }: { summary: Summary; previous: Summary | undefined }) {
  const { t } = useTranslation('board')
  const { total, unsplitFen } = summary.funding
  const [paid, planned] = [formatWan(total.paidFen), formatWan(total.plannedFen)]
  const paidBefore = previous && total.paidFen - previous.funding.total.paidFen
  return (
    <StripCell kind="money" label={t('strip.money')} about={{ kind: 'money', paid, of: planned, day: summary.asOf }}>
      <p className={classes.figure}>
        <span className={classes.big}>{paid}</span>
        <span className={classes.of}>/{planned}</span>
        <Delta value={paidBefore} text={paidBefore ? wanDelta(paidBefore) : undefined} />
      </p>
      <p className={classes.line}>
        <span>{t('strip.issued', { amount: formatWan(total.issuedFen) })}</span>
        <span>{t('strip.disbursed', { amount: formatWan(total.disbursedFen) })}</span>
      </p>
      <p className={classes.line}>
        <span>{t('strip.received', { amount: formatWan(total.receivedFen) })}</span>
        {unsplitFen.issued > 0 && <span>{t('strip.unsplit', { amount: formatWan(unsplitFen.issued) })}</span>}
      </p>
    </StripCell>
  )
}
