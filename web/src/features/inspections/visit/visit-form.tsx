import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { inLanguage } from '../../../components/form/use-refusal.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import { Arrival } from './arrival.tsx'
import { CheckGroup } from './check-group.tsx'
import { Closing } from './closing.tsx'
import { dropDraft, keepDraft } from './draft-store.ts'
import { DropDraft } from './drop-draft.tsx'
import { FormBar } from './form-bar.tsx'
import { calendarOf, contextOf, useVisitForm, VisitFormContext, type VisitFormData } from './form-context.ts'
import { OtherFindings } from './other-findings.tsx'
import { SummaryDialog } from './summary-dialog.tsx'
import { useDraft } from './use-draft.ts'
import { useDraftPhotos } from './use-draft-photos.ts'
import { useRecord } from './use-record.ts'
import { VerifiedStage } from './verified-stage.tsx'
import classes from './visit.module.css'
import { visitBody } from './visit-body.ts'
import { isChecked, type VisitDraft } from './visit-draft.ts'
import { missingIn } from './visit-missing.ts'

/** The checklist, or, where nobody let the team in, the way to it. */
function Checks() {
  const { t } = useTranslation('inspections')
  const { draft, act, checklist } = useVisitForm()
  return (
    <section className={classes.part} aria-labelledby="part-checks">
      <h2 id="part-checks" className={classes.partTitle}>
        {t('visit.part.checks')}
      </h2>
      {isChecked(draft) ? (
        <div>
          {checklist.groups.map(group => (
            <CheckGroup key={group.id} group={group} />
          ))}
        </div>
      ) : (
        <div className={classes.entry}>
          <p className={classes.said}>{t('visit.checksSkipped')}</p>
          <Button className={classes.tall} onClick={() => act({ do: 'say', said: { checksAnyway: true } })}>
            {t('visit.checksAnyway')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface VisitFormProps extends VisitFormData {
  /** What a new draft begins with; one that is on the device goes on. */
  begin: () => VisitDraft
  onRecorded: (visit: VisitDetail) => void
  /** Somebody has recorded it otherwise: what they said. */
  onSee: () => void
  onDropped: () => void
}

/** A visit as it is made, saved on the device with every press and every key. */
export function VisitForm({ begin, onRecorded, onSee, onDropped, ...data }: VisitFormProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const account = useMe().id ?? ''
  const { draft, act, kept } = useDraft(account, begin)
  const photos = useDraftPhotos(draft, act)
  const [isFinishing, setFinishing] = useState(false)
  const context = contextOf(data)
  const workdays = useMemo(() => calendarOf(data), [data.checklist])
  const missing = missingIn(draft, context)
  const recording = useRecord(draft.visit, photos.waiting, visit => {
    dropDraft(account, draft.visit)
    onRecorded(visit)
  })
  const faultAt = (place: string) => {
    const message = recording.faults.find(fault => fault.at === place)?.message
    return message === undefined ? undefined : inLanguage(message, name)
  }
  return (
    <VisitFormContext value={{ ...data, draft, act, photos, context, workdays, faultAt }}>
      {kept.failed && (
        <p className={classes.notKept} role="alert">
          {t('visit.notKept')}
        </p>
      )}
      <form className={classes.form} aria-label={t('visit.title')} onSubmit={event => event.preventDefault()}>
        <Arrival />
        <Checks />
        <OtherFindings />
        <VerifiedStage />
        <Closing />
        <DropDraft
          onDrop={() => {
            photos.abandon()
            dropDraft(account, draft.visit)
            onDropped()
          }}
        />
      </form>
      <FormBar missing={missing} kept={kept} onFinish={() => setFinishing(true)} />
      {isFinishing && (
        <SummaryDialog
          missing={missing}
          recording={recording}
          onSend={() =>
            recording.send(() => {
              keepDraft(account, draft, new Date().toISOString(), true)
              return visitBody(draft, context)
            })
          }
          onSee={onSee}
          onClose={() => setFinishing(false)}
        />
      )}
    </VisitFormContext>
  )
}
