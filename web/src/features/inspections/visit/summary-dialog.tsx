import { CHECK_RESULTS } from '@lvliang/shared/inspections/checklist.schema'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/client.ts'
import { Dialog } from '../../../components/dialog/dialog.tsx'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { RefusalNote } from '../../../components/form/refusal-note.tsx'
import { inLanguage } from '../../../components/form/use-refusal.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { at, goTo } from './anchors.ts'
import { useVisitForm } from './form-context.ts'
import { useMissingWords } from './use-missing-words.ts'
import type { Recording } from './use-record.ts'
import { hasToVerify } from './verified-stage.tsx'
import classes from './visit.module.css'
import { isChecked, resultOf, standingFindings } from './visit-draft.ts'
import { type Missing, remindersIn } from './visit-missing.ts'

interface Place {
  at: string | null
  says: string
}

/** Things of the form, each of which leads to its place. */
function Places({ title, places, onGo }: { title: string; places: readonly Place[]; onGo: (place: string) => void }) {
  if (places.length === 0) return null
  return (
    <div>
      <h3 className={form.label}>{title}</h3>
      <ul className={classes.places}>
        {places.map(({ at: place, says }) => (
          <li key={`${place} ${says}`}>
            {place === null ? (
              says
            ) : (
              <button type="button" className={classes.placeButton} onClick={() => onGo(place)}>
                {says} <span aria-hidden="true">›</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Counts() {
  const { t } = useTranslation('inspections')
  const { draft, context, checklist } = useVisitForm()
  const items = checklist.groups.flatMap(group => group.items)
  const results = items.map(item => resultOf(draft, item, context.stage))
  const counts = Object.fromEntries(
    CHECK_RESULTS.map(result => [result, results.filter(each => each === result).length]),
  ) as Record<(typeof CHECK_RESULTS)[number], number>
  return (
    <div className={classes.counts}>
      <p>{isChecked(draft) ? t('visit.summary.counts', counts) : t('visit.bar.skipped')}</p>
      <p>{t('visit.summary.findings', { n: standingFindings(draft).length, photos: draft.photos.length })}</p>
    </div>
  )
}

/** Why it was not recorded, where that is about no field, and what to do. */
function Refusal({ recording, onSee }: { recording: Recording; onSee: () => void }) {
  const { t } = useTranslation('inspections')
  const { error, faults } = recording
  if (!error || faults.length > 0) return null
  if (error instanceof ApiError && error.status === 0) {
    return (
      <p className={form.note} role="alert">
        {t('visit.summary.cut')}
      </p>
    )
  }
  if (error instanceof ApiError && error.status === 409) {
    return (
      <div className={form.note} role="alert">
        <p>{t('visit.summary.conflict')}</p>
        <Button look="link" onClick={onSee}>
          {t('visit.summary.see')}
        </Button>
      </div>
    )
  }
  return <RefusalNote error={error} />
}

interface SummaryProps {
  missing: readonly Missing[]
  recording: Recording
  onSend: () => void
  onSee: () => void
  onClose: () => void
}

/** Before it goes off: what is missing, each leading to its place, and what it comes to. */
export function SummaryDialog({ missing, recording, onSend, onSee, onClose }: SummaryProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { draft, photos, centre } = useVisitForm()
  const words = useMissingWords()
  const { isPending, isHeld, faults, error } = recording
  const go = (place: string) => {
    onClose()
    // The dialog gives the focus back as it closes.
    requestAnimationFrame(() => goTo(place))
  }
  const broken = photos.broken.map(({ of }) => ({
    at: of === '' ? at.photos : draft.findings.some(({ id }) => id === of) ? at.finding(of) : at.item(of),
    says: t('visit.summary.broken', { n: 1 }),
  }))
  const reminders = remindersIn(draft, hasToVerify(centre)).map(({ code, at: place }) => ({
    at: place,
    says: t(`visit.reminder.${code}`),
  }))
  const lacking = [...missing.map(one => ({ at: one.at, says: words(one) })), ...broken]
  return (
    <Dialog title={t('visit.summary.title')} onClose={onClose}>
      <div className={classes.summary}>
        <Counts />
        <Places
          title={t('visit.summary.refused', { n: faults.length })}
          places={faults.map(({ at: place, message }) => ({ at: place, says: inLanguage(message, name) }))}
          onGo={go}
        />
        <Places title={t('visit.summary.missing', { n: lacking.length })} places={lacking} onGo={go} />
        <Places title={t('visit.summary.reminders')} places={reminders} onGo={go} />
        {lacking.length === 0 && <p className={form.help}>{t('visit.summary.ready')}</p>}
        <Refusal recording={recording} onSee={onSee} />
        {isHeld && (
          <p className={form.help} role="status">
            {t('visit.summary.waits', { n: photos.waiting })}
          </p>
        )}
        <Button
          look="primary"
          className={classes.send}
          disabled={lacking.length > 0}
          busy={isPending || isHeld}
          onClick={onSend}
        >
          {t(isPending ? 'visit.summary.sending' : error ? 'visit.summary.again' : 'visit.summary.send')}
        </Button>
      </div>
    </Dialog>
  )
}
