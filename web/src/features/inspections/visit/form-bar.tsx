import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { goTo } from './anchors.ts'
import { useVisitForm } from './form-context.ts'
import type { Kept } from './use-draft.ts'
import { useMissingWords } from './use-missing-words.ts'
import classes from './visit.module.css'
import { isChecked } from './visit-draft.ts'
import { type Missing, progressOf } from './visit-missing.ts'

interface FormBarProps {
  missing: readonly Missing[]
  kept: Kept
  onFinish: () => void
}

/** Always within reach of the thumb: how far one is, what is next, done. */
export function FormBar({ missing, kept, onFinish }: FormBarProps) {
  const { t } = useTranslation('inspections')
  const { draft, context } = useVisitForm()
  const words = useMissingWords()
  const next = missing[0]
  const progress = progressOf(draft, context)
  return (
    <section className={classes.bar} aria-label={t('visit.bar.label')}>
      <p className={classes.progress}>
        <strong>{isChecked(draft) ? t('visit.bar.progress', progress) : t('visit.bar.skipped')}</strong>
        <span className={classes.kept}>
          {kept.time === null ? t('visit.keptHelp') : t('visit.kept', { time: kept.time })}
        </span>
      </p>
      {next && (
        <Button
          className={classes.tall}
          aria-label={t('visit.bar.nextIs', { what: words(next) })}
          onClick={() => goTo(next.at)}
        >
          {t('visit.bar.next')}
        </Button>
      )}
      <Button className={classes.tall} look={next ? 'plain' : 'primary'} onClick={onFinish}>
        {t('visit.bar.finish')}
      </Button>
    </section>
  )
}
