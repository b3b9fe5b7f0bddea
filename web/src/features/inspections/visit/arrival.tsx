import { CENTRE_FOUND, VISIT_KINDS } from '@lvliang/shared/inspections/visit.schema'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../components/form/field.tsx'
import form from '../../../components/form/form.module.css'
import { at } from './anchors.ts'
import { Choices } from './choices.tsx'
import { wallClock } from './clock.ts'
import { DevicePosition } from './device-position.tsx'
import { useVisitForm } from './form-context.ts'
import { NamesField } from './names-field.tsx'
import { Team } from './team.tsx'
import { TimeField, useTimeWords } from './time-field.tsx'
import classes from './visit.module.css'

/** Who to ask for: named in the papers of the centre. */
const likely = ({
  person,
  leader,
  builder,
}: {
  person: string | null
  leader: string | null
  builder: string | null
}) => [...new Set([person, leader, builder])].filter(name => name !== null && name.length <= 40) as string[]

/** The day and time of arrival: both by one press. */
function Arrived() {
  const { t } = useTranslation('inspections')
  const { draft, act, plan, faultAt } = useVisitForm()
  const words = useTimeWords()
  const arriveNow = () => {
    const { day, time } = wallClock(plan.today)
    act({ do: 'say', said: { day, arrived: time } })
  }
  return (
    <div className={classes.pair}>
      <TimeField
        {...words.arrived}
        id={at.arrived}
        value={draft.arrived}
        fault={faultAt(at.arrived)}
        onChange={arrived => act({ do: 'say', said: { arrived } })}
        onNow={arriveNow}
      />
      <Field label={t('visit.day')}>
        {control => (
          <input
            {...control}
            type="date"
            max={plan.today}
            value={draft.day}
            onChange={event => act({ do: 'say', said: { day: event.target.value } })}
          />
        )}
      </Field>
    </div>
  )
}

function Found() {
  const { t } = useTranslation('inspections')
  const { draft, act, faultAt } = useVisitForm()
  const fault = faultAt(at.found)
  return (
    <div id={at.found}>
      <Choices
        label={t('visit.found')}
        value={draft.found}
        options={CENTRE_FOUND.map(value => ({ value, label: t(`terms.found.${value}`) }))}
        onChoose={found => act({ do: 'say', said: { found } })}
      />
      {fault && <p className={form.fault}>{fault}</p>}
    </div>
  )
}

/** What is said on arriving. */
export function Arrival() {
  const { t } = useTranslation('inspections')
  const { draft, act, centre, faultAt } = useVisitForm()
  return (
    <section className={classes.part} aria-labelledby="part-arrival">
      <h2 id="part-arrival" className={classes.partTitle}>
        {t('visit.part.arrival')}
      </h2>
      <Arrived />
      <DevicePosition />
      <div id={at.kind}>
        <Choices
          label={t('visit.kind')}
          value={draft.kind}
          options={VISIT_KINDS.map(value => ({ value, label: t(`terms.kind.${value}`) }))}
          onChoose={kind => act({ do: 'say', said: { kind } })}
        />
        {faultAt(at.kind) && <p className={form.fault}>{faultAt(at.kind)}</p>}
      </div>
      <Team />
      <Found />
      <NamesField
        id={at.present}
        label={t('visit.present')}
        value={draft.present}
        offered={likely(centre.people)}
        fault={faultAt(at.present)}
        onChange={present => act({ do: 'say', said: { present } })}
      />
      <NamesField
        id={at.companions}
        label={t('visit.companions')}
        help={t('visit.companionsHelp')}
        value={draft.companions}
        fault={faultAt(at.companions)}
        onChange={companions => act({ do: 'say', said: { companions } })}
      />
    </section>
  )
}
