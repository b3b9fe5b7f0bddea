import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../../api/centre.queries.ts'
import { newId } from '../../../api/new-id.ts'
import { Button } from '../../../components/form/button.tsx'
import { useMe } from '../../../session/use-me.ts'
import classes from './home.module.css'

/** Begins a visit that is in no plan. */
export function OnTheSpot() {
  const { t } = useTranslation('inspections')
  const { county: home } = useMe()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const centres = useQuery(centreQueries.every({}))
  // Nobody inspects at home, and there is nothing to see where no village is chosen.
  const open = (centres.data ?? []).filter(({ countyCode, village }) => countyCode !== home && village !== null)
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (open.some(centre => centre.code === code))
      void navigate({ to: '/inspections/visits/$visit', params: { visit: newId() }, search: { centre: code } })
  }
  return (
    <section className={classes.section}>
      <h2>{t('home.spot.title')}</h2>
      <form className={classes.spot} onSubmit={start}>
        <label>
          <span>{t('home.spot.choose')}</span>
          <select value={code} onChange={event => setCode(event.target.value)} required>
            <option value="" />
            {open.map(centre => (
              <option key={centre.code} value={centre.code} lang="zh-CN">
                {centre.code} {centre.name}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="primary">
          {t('home.spot.start')}
        </Button>
      </form>
      <p className={classes.quiet}>{t('home.spot.help')}</p>
    </section>
  )
}
