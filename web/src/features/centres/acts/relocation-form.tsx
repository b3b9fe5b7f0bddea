import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../components/form/field.tsx'
import fields from '../../../components/form/fields.module.css'
import { DayField, LongField, TextField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { VillageSearch } from '../../../components/village-search/village-search.tsx'
import type { ActProps } from './act-context.ts'
import classes from './acts.module.css'
import { CentreActForm } from './centre-act-form.tsx'
import type { CentreAct } from './use-centre-act.ts'

const FIELDS = ['date', 'facts/town', 'facts/village', 'facts/villageCode', 'note']

interface Draft {
  date: string
  town: string
  village: string
  villageCode: string
  dueDays: Partial<Record<MilestoneId, string>>
  note: string
}

/** Agrees to another village under the same code, with node days of its own. */
export function RelocationForm({ centre, plan, words, onDone, onCancel, requestId }: ActProps & { requestId: string }) {
  const { t } = useTranslation('acts')
  const [draft, setDraft] = useState<Draft>({
    date: centre.asOf,
    town: '',
    village: '',
    villageCode: '',
    dueDays: {},
    note: '',
  })
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })
  const { date, town, village, villageCode, dueDays, note } = draft
  const open = plan.milestones.filter(({ id }) => !centre.milestones[id].done || id === 'siteSelection')
  const act = (): CentreAct => ({
    path: '/relocations/agreement',
    body: {
      requestId,
      date,
      // What was stated of the old village does not hold for the new one.
      facts: {
        town: town.trim() || null,
        village: village.trim() || null,
        villageCode: villageCode || null,
        position: null,
        population: null,
      },
      dueDays,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    },
  })
  return (
    <CentreActForm
      centre={centre}
      words={words}
      act={act}
      submit={t('submit.agree')}
      fields={[...FIELDS, ...open.map(({ id }) => `dueDays/${id}`)]}
      onDone={() => onDone(t('done.agree', { village: village.trim() }))}
      onCancel={onCancel}
    >
      {fault => (
        <>
          <Field label={t('search')}>
            {control => (
              <VillageSearch
                county={centre.countyCode}
                control={control}
                placeholder={t('searchPlaceholder')}
                nothing={t('searchNothing')}
                onChoose={found => change({ town: found.town, village: found.name, villageCode: found.code })}
              />
            )}
          </Field>
          <div className={fields.pair}>
            <TextField
              label={t('town')}
              value={town}
              lang="zh-CN"
              onChange={value => change({ town: value })}
              fault={fault('facts/town')}
            />
            <TextField
              label={t('village')}
              value={village}
              lang="zh-CN"
              required
              onChange={value => change({ village: value })}
              fault={fault('facts/village')}
            />
            <TextField
              label={t('villageCode')}
              value={villageCode}
              inputMode="numeric"
              pattern="\d{12}"
              maxLength={12}
              onChange={value => change({ villageCode: value })}
              fault={fault('facts/villageCode')}
              help={t('villageCodeHelp')}
            />
            <DayField
              label={t('day')}
              value={date}
              max={centre.asOf}
              required
              onChange={value => change({ date: value })}
              fault={fault('date')}
            />
          </div>
          <p className={form.help}>{t('newSite')}</p>
          <fieldset className={classes.nodes}>
            <legend className={form.label}>{t('nodeDays')}</legend>
            <p className={form.help}>{t('nodeDaysHelp')}</p>
            <div className={fields.pair}>
              {open.map(({ id }) => (
                <DayField
                  key={id}
                  label={words.milestone(id)}
                  value={dueDays[id] ?? centre.milestones[id].due}
                  onChange={value => change({ dueDays: { ...dueDays, [id]: value || undefined } })}
                  fault={fault(`dueDays/${id}`)}
                />
              ))}
            </div>
          </fieldset>
          <LongField
            label={t('note')}
            value={note}
            onChange={value => change({ note: value })}
            placeholder={t('optional')}
            fault={fault('note')}
          />
        </>
      )}
    </CentreActForm>
  )
}
