import type { CentreSheet } from '@lvliang/shared/centres/act.schema'
import { DELAY_CATEGORIES } from '@lvliang/shared/centres/record.schema'
import { MILESTONES, type MilestoneId } from '@lvliang/shared/plan/stage'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import type { ActPath } from '../../api/county.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalSays } from './refusal-says.tsx'
import { useAct } from './use-act.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

interface RequestFormProps {
  centre: CentreSheet
  today: string
}

interface ActFormProps {
  title: string
  submit: string
  centre: CentreSheet
  path: ActPath
  content: object
  onDone?: () => void
  children: ReactNode
}

/** A titled form of one act, with why it was refused and that it was done. */
function ActForm({ title, submit, centre, path, content, onDone, children }: ActFormProps) {
  const { t } = useTranslation('workbench')
  const act = useAct(centre, path, () => onDone?.())
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!act.isPending) act.mutate(content)
  }
  const isStale = act.error instanceof ApiError && act.error.status === 412
  return (
    <form className={form.form} onSubmit={send} aria-label={title}>
      <h3 className={classes.sub}>{title}</h3>
      {children}
      {isStale ? (
        <p className={form.note} role="alert">
          {t('requests.stale')}
        </p>
      ) : (
        <RefusalSays error={act.error} />
      )}
      <div className={form.actions}>
        <Button type="submit" busy={act.isPending}>
          {submit}
        </Button>
        <span role="status">{act.isSuccess && t('requests.done')}</span>
      </div>
    </form>
  )
}

interface TextProps {
  label: string
  value: string
  onText: (value: string) => void
  type?: 'date' | 'text'
  optional?: boolean
}

const TextField = ({ label, value, onText, type = 'text', optional }: TextProps) => (
  <Field label={label}>
    {control => (
      <input
        {...control}
        type={type}
        value={value}
        maxLength={type === 'text' ? 200 : undefined}
        required={!optional}
        onChange={event => onText(event.target.value)}
      />
    )}
  </Field>
)

export function SuspensionForm({ centre, today }: RequestFormProps) {
  const { t } = useTranslation('workbench')
  const [date, setDate] = useState(today)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  if (centre.overlay === 'suspended') {
    return (
      <ActForm
        key="resume"
        title={t('requests.suspension')}
        submit={t('requests.resume')}
        centre={centre}
        path="/suspensions/end"
        content={{ date }}
      >
        <TextField label={t('requests.resumedOn')} type="date" value={date} onText={setDate} />
      </ActForm>
    )
  }
  return (
    <ActForm
      key="suspend"
      title={t('requests.suspension')}
      submit={t('requests.suspend')}
      centre={centre}
      path="/suspensions"
      content={{ date, until: until || null, reason }}
      onDone={() => setReason('')}
    >
      <TextField label={t('requests.from')} type="date" value={date} onText={setDate} />
      <TextField label={t('requests.until')} type="date" value={until} onText={setUntil} optional />
      <TextField label={t('requests.reason')} value={reason} onText={setReason} />
    </ActForm>
  )
}

export function RelocationForm({ centre, today }: RequestFormProps) {
  const { t } = useTranslation('workbench')
  const [reason, setReason] = useState('')
  const waiting = centre.relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)
  if (centre.village === null) return null
  if (waiting) {
    return (
      <>
        <h3 className={classes.sub}>{t('requests.relocation')}</h3>
        <p>{t('requests.relocationWaits', { day: waiting.requestedOn, reason: waiting.reason })}</p>
      </>
    )
  }
  return (
    <ActForm
      title={t('requests.relocation')}
      submit={t('requests.askRelocation')}
      centre={centre}
      path="/relocations"
      content={{ date: today, reason }}
      onDone={() => setReason('')}
    >
      <TextField label={t('requests.reason')} value={reason} onText={setReason} />
    </ActForm>
  )
}

function DelayRequests({ centre, names }: { centre: CentreSheet; names: FieldNames }) {
  const { t } = useTranslation('workbench')
  const open = centre.delayRequests.filter(({ decided }) => decided !== 'approved')
  return open.map(({ id, milestone, newDue, decided }) => (
    <p key={id} className={form.note}>
      {t(decided === null ? 'requests.delayWaits' : 'requests.delayDeclined', {
        milestone: names.milestone(milestone),
        newDue,
      })}
    </p>
  ))
}

export function DelayForm({ centre, today, names }: RequestFormProps & { names: FieldNames }) {
  const { t } = useTranslation(['workbench', 'centres'])
  const undone = MILESTONES.filter(id => !centre.milestones[id].done)
  const [milestone, setMilestone] = useState<MilestoneId | undefined>(undone[0])
  const [newDue, setNewDue] = useState('')
  const [category, setCategory] = useState<(typeof DELAY_CATEGORIES)[number]>(DELAY_CATEGORIES[0])
  const [evidence, setEvidence] = useState('')
  if (undone.length === 0) return null
  return (
    <ActForm
      title={t('requests.delay')}
      submit={t('requests.askDelay')}
      centre={centre}
      path="/delay-requests"
      content={{ date: today, milestone, newDue, category, evidence }}
      onDone={() => setEvidence('')}
    >
      <DelayRequests centre={centre} names={names} />
      <Field label={t('requests.milestone')}>
        {control => (
          <select {...control} value={milestone} onChange={event => setMilestone(event.target.value as MilestoneId)}>
            {undone.map(id => (
              <option key={id} value={id}>
                {names.milestone(id)} · {centre.milestones[id].due}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label={t('requests.newDue')} type="date" value={newDue} onText={setNewDue} />
      <Field label={t('requests.category')}>
        {control => (
          <select
            {...control}
            value={category}
            onChange={event => setCategory(event.target.value as (typeof DELAY_CATEGORIES)[number])}
          >
            {DELAY_CATEGORIES.map(id => (
              <option key={id} value={id}>
                {t(`centres:category.${id}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label={t('requests.evidence')} value={evidence} onText={setEvidence} />
    </ActForm>
  )
}
