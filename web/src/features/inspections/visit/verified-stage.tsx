import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage, stageOrder } from '@lvliang/shared/plan/stage'
import { useTranslation } from 'react-i18next'
import { DayField, SelectField, TextField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { useLanguage } from '../../../i18n/use-language.ts'
import { at } from './anchors.ts'
import { Choices } from './choices.tsx'
import { useVisitForm } from './form-context.ts'
import classes from './visit.module.css'
import { STAGE_ANSWERS, type StageAnswer } from './visit-draft.ts'

const LOOKS = { agrees: 'good', otherDay: 'calm', notReached: 'bad' } as const

/** The stage a visit is most likely about: the highest reported where it is not verified, else the one to come. */
export function likelyStage({ stage, verifiedStage }: Pick<CentreDetail, 'stage' | 'verifiedStage'>): ReportableStage {
  const verified = stageOrder(verifiedStage ?? 'proposed')
  const wanted = stageOrder(stage) > verified ? stageOrder(stage) : verified + 1
  return REPORTABLE_STAGES[Math.min(wanted, REPORTABLE_STAGES.length) - 1] as ReportableStage
}

/** Whether something is reported that nobody has verified. */
export const hasToVerify = ({ stage, verifiedStage }: Pick<CentreDetail, 'stage' | 'verifiedStage'>): boolean =>
  stageOrder(stage) > stageOrder(verifiedStage ?? 'proposed')

function useStageOptions() {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { centre, plan } = useVisitForm()
  const stageName = (id: string) => plan.stages.find(stage => stage.id === id)?.name[name] ?? id
  return REPORTABLE_STAGES.map(value => {
    const state = centre.stages.find(each => each.stage === value)
    const stage = stageName(value)
    if (state?.verified) return { value, label: t('visit.verify.verified', { stage, day: state.verified }) }
    if (state?.reported) return { value, label: t('visit.verify.reported', { stage, day: state.reported }) }
    return { value, label: t('visit.verify.notReported', { stage }) }
  })
}

/** The stage seen: as reported, on another day, or not there; a visit may verify none. */
export function VerifiedStage() {
  const { t } = useTranslation('inspections')
  const { draft, act, centre, faultAt } = useVisitForm()
  const { verified } = draft
  const options = useStageOptions()
  const say = (change: Partial<typeof verified>) => act({ do: 'say', said: { verified: { ...verified, ...change } } })
  const reported = centre.stages.find(({ stage }) => stage === verified.stage)?.reported ?? null
  const choose = (answer: StageAnswer) =>
    say({ answer: answer === verified.answer ? null : answer, day: verified.day || (reported ?? draft.day) })
  return (
    <section id={at.verified} className={classes.part} aria-labelledby="part-verified">
      <h2 id="part-verified" className={classes.partTitle}>
        {t('visit.verify.label')}
      </h2>
      <SelectField
        label={t('visit.verify.stage')}
        value={verified.stage}
        options={options}
        onChange={stage => say({ stage, answer: null, day: '' })}
      />
      <Choices
        hidden
        label={t('visit.verify.label')}
        value={verified.answer}
        options={STAGE_ANSWERS.map(value => ({
          value,
          label: t(`visit.verify.${value}`),
          look: LOOKS[value],
          disabled: value === 'agrees' && reported === null,
        }))}
        onChoose={choose}
      />
      {verified.answer === 'otherDay' && (
        <DayField label={t('visit.verify.day')} value={verified.day} max={draft.day} onChange={day => say({ day })} />
      )}
      {(verified.answer === 'otherDay' || verified.answer === 'notReached') && (
        <TextField label={t('visit.verify.note')} value={verified.note} onChange={note => say({ note })} />
      )}
      <p className={form.help}>{t(verified.answer === null ? 'visit.verify.skipped' : 'visit.verify.help')}</p>
      {faultAt(at.verified) && <p className={form.fault}>{faultAt(at.verified)}</p>}
    </section>
  )
}
