import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage, type Stage } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoChoice } from '../../../components/evidence/photo-choice.tsx'
import fields from '../../../components/form/fields.module.css'
import { DayField, LongField, Radios, SelectField } from '../../../components/form/fields.tsx'
import type { PlanWords } from '../use-plan-words.ts'
import type { ActProps } from './act-context.ts'
import { CentreActForm } from './centre-act-form.tsx'
import { stageToVerify } from './stage-choice.ts'

const FINDINGS = ['agrees', 'otherDay', 'notReached'] as const
type Finding = (typeof FINDINGS)[number]

const FIELDS = ['stage', 'checkedOn', 'date', 'note']

const stateOf = ({ stages }: CentreDetail, stage: Stage) => stages.find(entry => entry.stage === stage)

function stageLabel(centre: CentreDetail, stage: ReportableStage, t: TFunction<'acts'>, words: PlanWords): string {
  const state = stateOf(centre, stage)
  const says = { stage: words.stage(stage), day: state?.verified ?? state?.reported ?? '' }
  if (state?.verified) return t('stageVerified', says)
  return state?.reported ? t('stageReported', says) : t('stageUnreported', says)
}

interface Draft {
  stage: ReportableStage
  finding: Finding
  checkedOn: string
  /** The recognised day where it differs. */
  date: string
  note: string
  photoIds: readonly string[]
}

function firstDraft(centre: CentreDetail, stage: ReportableStage): Pick<Draft, 'stage' | 'finding' | 'date'> {
  const reported = stateOf(centre, stage)?.reported ?? null
  return { stage, finding: reported === null ? 'otherDay' : 'agrees', date: reported ?? '' }
}

function bodyOf({ stage, finding, checkedOn, date, note, photoIds }: Draft) {
  return {
    basis: 'verified',
    stage,
    checkedOn,
    ...(finding === 'agrees' ? {} : { date: finding === 'notReached' ? null : date }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(photoIds.length === 0 ? {} : { photoIds }),
  }
}

/** Confirms a stage after a visit, recognises another day, or finds it not reached. */
export function VerifyForm({ centre, words, onDone, onCancel, at }: ActProps & { at: Stage | undefined }) {
  const { t } = useTranslation('acts')
  const [draft, setDraft] = useState<Draft>(() => {
    const stage = REPORTABLE_STAGES.find(each => each === at) ?? stageToVerify(centre)
    return { ...firstDraft(centre, stage), checkedOn: centre.asOf, note: '', photoIds: [] }
  })
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })
  const { stage, finding, checkedOn, date, note } = draft
  const reported = stateOf(centre, stage)?.reported ?? null
  const done = () => {
    const day = finding === 'agrees' ? (reported ?? '') : date
    onDone(t(`done.${finding}`, { stage: words.stage(stage), day }))
  }
  return (
    <CentreActForm
      centre={centre}
      words={words}
      act={() => ({ path: '/stage-records', body: bodyOf(draft) })}
      submit={t('submit.verify')}
      fields={FIELDS}
      onDone={done}
      onCancel={onCancel}
    >
      {fault => (
        <>
          <SelectField
            label={t('stage')}
            value={stage}
            options={REPORTABLE_STAGES.map(value => ({ value, label: stageLabel(centre, value, t, words) }))}
            onChange={next => change({ ...firstDraft(centre, next), photoIds: [] })}
            fault={fault('stage')}
            help={finding === 'notReached' ? undefined : t('earlierToo')}
          />
          <Radios
            legend={t('finding.legend')}
            name="finding"
            value={finding}
            options={FINDINGS.map(value => ({
              value,
              label: t(`finding.${value}`),
              disabled: value === 'agrees' && reported === null,
            }))}
            onChange={next => change({ finding: next, date: date || (reported ?? '') })}
          />
          <div className={fields.pair}>
            <DayField
              label={t('visitDay')}
              value={checkedOn}
              max={centre.asOf}
              required
              onChange={value => change({ checkedOn: value })}
              fault={fault('checkedOn')}
            />
            {finding !== 'notReached' && (
              <DayField
                label={t('recognised')}
                value={finding === 'agrees' ? (reported ?? '') : date}
                max={checkedOn}
                required
                disabled={finding === 'agrees'}
                onChange={value => change({ date: value })}
                fault={fault('date')}
                help={finding === 'otherDay' ? t('recognisedHelp') : undefined}
              />
            )}
          </div>
          {finding === 'notReached' && <p>{t('notReachedHelp')}</p>}
          <LongField
            label={t('note')}
            value={note}
            onChange={value => change({ note: value })}
            placeholder={t('optional')}
            fault={fault('note')}
          />
          <PhotoChoice
            photos={centre.photos.filter(photo => photo.stage === stage)}
            chosen={draft.photoIds}
            onChange={photoIds => change({ photoIds })}
          />
        </>
      )}
    </CentreActForm>
  )
}
