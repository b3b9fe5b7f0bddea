import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage, stageOrder } from '@lvliang/shared/plan/stage'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoPicker } from '../../components/evidence/photo-picker.tsx'
import { usePhotos } from '../../components/evidence/use-photos.ts'
import { ActForm } from '../../components/form/act-form.tsx'
import { Field } from '../../components/form/field.tsx'
import { SelectField, TextField } from '../../components/form/fields.tsx'
import form from '../../components/form/form.module.css'
import { dayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { type ChoiceWords, fieldOf, stageOf } from './cell-fields.ts'
import { StaleNote } from './stale-note.tsx'
import { useCentreAct } from './use-centre-act.ts'
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

interface Report {
  stage: ReportableStage
  date: string
  note?: string
  photoIds?: string[]
  acceptDoubts?: boolean
}

/** A stage with its day, a note and photos; one Enter away once the day is right. */
export function StageForm(props: StageFormProps) {
  const { centre, today, names, onDone } = props
  const { t } = useTranslation('workbench')
  const { name } = useLanguage()
  const words = useChoiceWords()
  const [stage, setStage] = useState<ReportableStage>(props.stage ?? nextStage(centre))
  const [text, setText] = useState(today)
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof readDay>['fault']>()
  const photos = usePhotos({ centre: centre.code, stage })
  const day = useRef<HTMLInputElement>(null)
  const before = stageOf(centre, stage)?.reported
  const act = useCentreAct<Report>({
    centre,
    path: '/stage-records',
    onDone: done => {
      const says = { name: centre.name, stage: names.stage(done.stage), day: dayInProse(done.date, name) }
      onDone(t('report.done', says), done.stage, done.date)
    },
    isHarmless: now => stageOf(now, stage)?.reported === before,
  })

  useEffect(() => {
    day.current?.focus()
    day.current?.select()
  }, [])

  const report = (acceptDoubts: boolean): Report | null => {
    const read = readDay(text, stage, props, words)
    setFault(read.fault)
    if (!read.day) {
      day.current?.focus()
      return null
    }
    return {
      stage,
      date: read.day,
      ...(note.trim() && { note: note.trim() }),
      ...(photos.ids.length > 0 && { photoIds: photos.ids }),
      ...(acceptDoubts && { acceptDoubts }),
    }
  }

  if (centre.village === null) return <p className={form.note}>{t('report.unsited')}</p>
  return (
    <ActForm
      label={t('report.title')}
      act={act}
      content={report}
      submit={t('report.submit')}
      fields={['stage', 'date', 'note']}
      photos={photos}
      meanwhile={() => <StaleNote />}
    >
      {faultAt => (
        <>
          <SelectField
            label={t('report.stage')}
            value={stage}
            options={REPORTABLE_STAGES.map(id => {
              const reported = stageOf(centre, id)?.reported
              return { value: id, label: reported ? `${names.stage(id)} · ${reported}` : names.stage(id) }
            })}
            onChange={setStage}
            fault={faultAt('stage')}
          />
          <Field
            label={t('report.day')}
            help={t('report.dayHelp')}
            fault={fault ? t(`fault.${fault}`) : faultAt('date')}
          >
            {control => <input {...control} ref={day} value={text} onChange={event => setText(event.target.value)} />}
          </Field>
          <PhotoPicker photos={photos} />
          <TextField
            label={t('report.note')}
            value={note}
            maxLength={2000}
            onChange={setNote}
            fault={faultAt('note')}
          />
        </>
      )}
    </ActForm>
  )
}
