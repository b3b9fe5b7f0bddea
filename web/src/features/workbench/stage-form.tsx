import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage, stageOrder } from '@lvliang/shared/plan/stage'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { PhotoPicker } from '../../components/evidence/photo-picker.tsx'
import { usePhotos } from '../../components/evidence/use-photos.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { useHold } from '../../components/form/use-hold.ts'
import { dayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { type ChoiceWords, fieldOf, stageOf } from './cell-fields.ts'
import { RefusalSays } from './refusal-says.tsx'
import { useAct } from './use-act.ts'
import { useChoiceWords } from './use-choice-words.ts'
import type { FieldNames } from './use-field-names.ts'

interface StageFormProps {
  centre: CentreSheet
  today: string
  names: FieldNames
  /** The stage a task asks for. */
  stage?: ReportableStage
  onDone: (says: string, stage: ReportableStage, day: string) => void
}

/** The stage that comes next; a conversion has no foundation to wait for. */
export const nextStage = (centre: Pick<CentreSheet, 'stage'>): ReportableStage =>
  REPORTABLE_STAGES.find(stage => stageOrder(stage) > stageOrder(centre.stage)) ?? 'operating'

function readDay(
  text: string,
  stage: ReportableStage,
  props: Pick<StageFormProps, 'centre' | 'today'>,
  words: ChoiceWords,
) {
  if (text.trim() === '') return { fault: 'badDay' as const }
  const read = fieldOf(`reported.${stage}`)?.read(text, props.centre, { today: props.today, words })
  if (!read || 'fault' in read) return { fault: read?.fault ?? ('badDay' as const) }
  return read.act.kind === 'report' ? { day: read.act.date } : { fault: 'badDay' as const }
}

/** A stage with its day, a note and photos; one Enter away once the day is right. */
export function StageForm(props: StageFormProps) {
  const { centre, today, names } = props
  const { t } = useTranslation('workbench')
  const { name } = useLanguage()
  const words = useChoiceWords()
  const [stage, setStage] = useState<ReportableStage>(props.stage ?? nextStage(centre))
  const [text, setText] = useState(today)
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof readDay>['fault']>()
  const [waits, setWaits] = useState(false)
  const photos = usePhotos({ centre: centre.code, stage })
  const day = useRef<HTMLInputElement>(null)
  const before = stageOf(centre, stage)?.reported
  const act = useAct(
    centre,
    '/stage-records',
    () => {
      const { day: reported = text } = readDay(text, stage, props, words)
      props.onDone(
        t('report.done', { name: centre.name, stage: names.stage(stage), day: dayInProse(reported, name) }),
        stage,
        reported,
      )
    },
    current => stageOf(current, stage)?.reported === before,
  )
  useHold(waits && photos.isSending)
  const isDoubtful = act.error instanceof ApiError && act.error.code === 'doubtful'

  useEffect(() => {
    day.current?.focus()
    day.current?.select()
  }, [])

  const report = (acceptDoubts: boolean) => {
    const read = readDay(text, stage, props, words)
    setFault(read.fault)
    if (!read.day) return day.current?.focus()
    if (photos.isBroken) return
    if (photos.isSending) return setWaits(true)
    setWaits(false)
    act.mutate({
      stage,
      date: read.day,
      ...(note.trim() && { note: note.trim() }),
      ...(photos.ids.length > 0 && { photoIds: photos.ids }),
      ...(acceptDoubts && { acceptDoubts }),
    })
  }
  // What was sent off while photos were still on their way goes with the last of them.
  useEffect(() => {
    if (waits && !photos.isSending) report(isDoubtful)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!act.isPending) report(isDoubtful)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }

  if (centre.village === null) return <p className={form.note}>{t('report.unsited')}</p>
  return (
    <form className={form.form} onSubmit={submit} onKeyDown={onKeyDown} aria-label={t('report.title')}>
      <Field label={t('report.stage')}>
        {control => (
          <select {...control} value={stage} onChange={event => setStage(event.target.value as ReportableStage)}>
            {REPORTABLE_STAGES.map(id => (
              <option key={id} value={id}>
                {names.stage(id)}
                {stageOf(centre, id)?.reported ? ` · ${stageOf(centre, id)?.reported}` : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('report.day')} help={t('report.dayHelp')} fault={fault && t(`fault.${fault}`)}>
        {control => <input {...control} ref={day} value={text} onChange={event => setText(event.target.value)} />}
      </Field>
      <PhotoPicker photos={photos} />
      <Field label={t('report.note')}>
        {control => (
          <input {...control} value={note} maxLength={2000} onChange={event => setNote(event.target.value)} />
        )}
      </Field>
      <RefusalSays error={act.error} />
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={act.isPending || waits} title={t('report.submitKey')}>
          {t(isDoubtful ? 'report.accept' : 'report.submit')}
        </Button>
        <span role="status">{waits && t('report.waits')}</span>
      </div>
    </form>
  )
}
