import { PLATE_FOUND } from '@lvliang/shared/inspections/visit.schema'
import { useTranslation } from 'react-i18next'
import { LongField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { at } from './anchors.ts'
import { Choices } from './choices.tsx'
import { wallClock } from './clock.ts'
import { useVisitForm } from './form-context.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { TimeField, useTimeWords } from './time-field.tsx'
import classes from './visit.module.css'
import { plateOf } from './visit-draft.ts'

const LOOKS = { present: 'good', missing: 'bad', notYet: 'calm' } as const

/** What is said on leaving. */
export function Closing() {
  const { t } = useTranslation('inspections')
  const { draft, act, context, plan, faultAt } = useVisitForm()
  const words = useTimeWords()
  return (
    <section className={classes.part} aria-labelledby="part-closing">
      <h2 id="part-closing" className={classes.partTitle}>
        {t('visit.part.closing')}
      </h2>
      <div id={at.plate}>
        <Choices
          label={t('visit.plate')}
          value={plateOf(draft, context.stage)}
          options={PLATE_FOUND.map(value => ({ value, label: t(`terms.plate.${value}`), look: LOOKS[value] }))}
          onChoose={plate => act({ do: 'say', said: { plate } })}
        />
        {faultAt(at.plate) && <p className={form.fault}>{faultAt(at.plate)}</p>}
      </div>
      <div id={at.photos} className={form.field}>
        <span className={form.label}>{t('visit.photo.label')}</span>
        <PhotoStrip of="" label={t('visit.photo.whole')} />
        {faultAt(at.photos) && <p className={form.fault}>{faultAt(at.photos)}</p>}
      </div>
      <div id={at.notes}>
        <LongField
          label={t('visit.notes')}
          value={draft.notes}
          fault={faultAt(at.notes)}
          onChange={notes => act({ do: 'say', said: { notes } })}
        />
      </div>
      <TimeField
        {...words.left}
        id={at.left}
        value={draft.left}
        fault={faultAt(at.left)}
        onChange={left => act({ do: 'say', said: { left } })}
        onNow={() => act({ do: 'say', said: { left: wallClock(plan.today).time } })}
      />
    </section>
  )
}
