import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import classes from './gap-label.module.css'
import type { StageGap } from './stage-gap.ts'

/** Each kind has a shape of its own: equal strokes, half a pair, unequal strokes, a cross. */
const SHAPES: Record<StageGap['kind'], string> = {
  agrees: 'M1 4h10M1 8h10',
  unverified: 'M1 4h10M1 8h1.5M5.2 8h1.5M9.5 8h1.5',
  unreported: 'M1 8h10M1 4h1.5M5.2 4h1.5M9.5 4h1.5',
  dayDiffers: 'M1 4h10M1 8h10M9 1L3 11',
  notReached: 'M2 2l8 8M10 2l-8 8',
}

export function useGapWords() {
  const { t } = useTranslation('acts')
  return (gap: StageGap): string => {
    if (gap.kind !== 'dayDiffers') return t(`side.${gap.kind}`)
    return gap.days > 0 ? t('side.late', { n: gap.days }) : t('side.early', { n: -gap.days })
  }
}

/** How report and verification differ, by shape, word and colour. */
export function GapLabel({ gap }: { gap: StageGap }) {
  const words = useGapWords()
  return (
    <span className={classNames(classes.gap, classes[gap.kind])}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={SHAPES[gap.kind]} />
      </svg>
      {words(gap)}
    </span>
  )
}
