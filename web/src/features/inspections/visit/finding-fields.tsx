import { SEVERITIES } from '@lvliang/shared/inspections/checklist.schema'
import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { Field } from '../../../components/form/field.tsx'
import { LongField, TextField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { dayOfWeek, dueDayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Choices } from './choices.tsx'
import { defaultDueOn, issuesOfItem } from './default-finding.ts'
import { useVisitForm } from './form-context.ts'
import classes from './visit.module.css'
import type { DraftFinding } from './visit-draft.ts'

interface FindingProps {
  finding: DraftFinding
  change: (change: Partial<DraftFinding>) => void
}

function DueDay({ finding, change }: FindingProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { checklist, workdays, plan } = useVisitForm()
  const { severity, dueOn } = finding
  const usual = defaultDueOn(severity, plan.today, checklist, workdays)
  const shown = dueOn || usual
  const isUsual = shown === usual
  return (
    <Field
      label={t('visit.finding.due')}
      help={
        isUsual
          ? `${dayOfWeek(usual, name)} · ${t('visit.finding.dueHelp', { n: checklist.dueWorkdays[severity].value })}`
          : `${dayOfWeek(shown, name)} · ${t('visit.finding.dueChanged', { day: dueDayInProse(usual, name) })}`
      }
    >
      {control => (
        <input
          {...control}
          type="date"
          min={plan.today}
          value={shown}
          onChange={event => change({ dueOn: event.target.value === usual ? '' : event.target.value })}
        />
      )}
    </Field>
  )
}

interface ToggleProps {
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

function Toggle({ label, help, checked, onChange }: ToggleProps) {
  const id = useId()
  return (
    <label className={classes.toggle}>
      <input
        type="checkbox"
        checked={checked}
        aria-describedby={help && id}
        onChange={event => onChange(event.target.checked)}
      />
      <span>
        {label}
        {help && (
          <span id={id} className={form.help}>
            {' '}
            {help}
          </span>
        )}
      </span>
    </label>
  )
}

/** An open issue of the same item: it is linked, not doubled. */
function Again({ issue }: { issue: Issue }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const says = {
    title: issue.title,
    state: t(`terms.state.${issue.state}`),
    day: dueDayInProse(issue.dueOn, name),
  }
  return (
    <div className={form.note}>
      <strong>{t('visit.finding.again', { number: issue.number })}</strong>
      <p>{t('visit.finding.againSays', says)}</p>
      <p className={form.help}>{t('visit.finding.againHelp')}</p>
    </div>
  )
}

/** A new issue: its words, by when, and whether the county has it at once. */
function NewIssue({ finding, change, closed }: FindingProps & { closed: Issue | undefined }) {
  const { t } = useTranslation('inspections')
  return (
    <>
      <TextField
        label={t('visit.finding.title')}
        maxLength={100}
        value={finding.title}
        onChange={title => change({ title })}
      />
      <div className={classes.pair}>
        <DueDay finding={finding} change={change} />
        <div>
          <Toggle label={t('visit.finding.assign')} checked={finding.assign} onChange={assign => change({ assign })} />
          {closed && (
            <Toggle
              label={t('visit.finding.repeats', { number: closed.number })}
              help={t('visit.finding.repeatsHelp')}
              checked={finding.repeats === closed.id}
              onChange={is => change({ repeats: is ? closed.id : null })}
            />
          )}
        </div>
      </div>
    </>
  )
}

/** What is said of a finding beside its photos. */
export function FindingFields({ finding }: { finding: DraftFinding }) {
  const { t } = useTranslation('inspections')
  const { act, centre } = useVisitForm()
  const change = (patch: Partial<DraftFinding>) => act({ do: 'changeFinding', id: finding.id, change: patch })
  const { open, closed } = finding.item === null ? {} : issuesOfItem(centre, finding.item)
  const again = open && open.id === finding.again ? open : undefined
  const least = again ? SEVERITIES.indexOf(again.severity) : 0
  return (
    <>
      {again && <Again issue={again} />}
      <Choices
        label={t('visit.finding.severity')}
        value={finding.severity}
        options={SEVERITIES.map((value, i) => ({
          value,
          label: t(`terms.severity.${value}`),
          disabled: i < least,
        }))}
        onChoose={severity => change({ severity })}
      />
      {!again && <NewIssue finding={finding} change={change} closed={closed} />}
      <LongField
        label={t('visit.finding.description')}
        placeholder={t('visit.finding.descriptionHelp')}
        value={finding.description}
        onChange={description => change({ description })}
      />
      {finding.item === null && (
        <Button look="link" onClick={() => act({ do: 'dropFinding', id: finding.id })}>
          {t('visit.finding.drop')}
        </Button>
      )}
    </>
  )
}
