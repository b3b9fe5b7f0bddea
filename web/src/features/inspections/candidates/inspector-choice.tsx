import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { inspectorQueries } from '../../../api/inspection.queries.ts'
import form from '../../../components/form/form.module.css'
import { LoadError } from '../../../components/load-error.tsx'
import { shortCountyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import classes from './plan-dialog.module.css'
import { type Inspector, isRecused } from './plan-rules.ts'

interface InspectorChoiceProps {
  plan: Plan
  /** Where the visits go: nobody inspects at home. */
  counties: ReadonlySet<string>
  chosen: readonly string[]
  fault: string | undefined
  onChange: (chosen: string[]) => void
}

/** Oneself first, then who may go, then who is recused. */
function inOrder(inspectors: readonly Inspector[], counties: ReadonlySet<string>, me: string | null) {
  const place = (each: Inspector) => (isRecused(each, counties) ? 2 : each.accountId === me ? 0 : 1)
  return [...inspectors].sort((a, b) => place(a) - place(b))
}

/** Whom the visits name; who is at home where one of them goes cannot be chosen, and is told why. */
export function InspectorChoice({ plan, counties, chosen, fault, onChange }: InspectorChoiceProps) {
  const { t } = useTranslation(['inspections', 'common'])
  const { name } = useLanguage()
  const { id: me } = useMe()
  const faultId = useId()
  const { data, error, refetch } = useQuery(inspectorQueries.all())
  const countyName = (code: string) => shortCountyName(plan.counties, code, name)
  const inspectors = inOrder(data?.items ?? [], counties, me)
  const free = inspectors.filter(each => !isRecused(each, counties))
  const says = (each: Inspector) => {
    const role = t(`common:role.${each.role}`)
    return each.homeCounty === null ? role : t('candidates.plan.home', { role, county: countyName(each.homeCounty) })
  }
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter(each => each !== id))
  return (
    <fieldset className={classes.inspectors} aria-describedby={fault && faultId}>
      <legend className={form.label}>{t('candidates.plan.inspectors')}</legend>
      <p className={form.help}>{t('candidates.plan.inspectorsHelp')}</p>
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p className={form.help}>{t('common:loading')}</p>}
      <div className={classes.people}>
        {inspectors.map(each => {
          const recused = isRecused(each, counties)
          return (
            <label key={each.accountId} className={form.check}>
              <input
                type="checkbox"
                disabled={recused}
                checked={!recused && chosen.includes(each.accountId)}
                onChange={event => toggle(each.accountId, event.target.checked)}
              />
              <span>
                {each.name}{' '}
                <span className={classes.role}>
                  {recused ? t('candidates.plan.recused', { counties: countyName(each.homeCounty ?? '') }) : says(each)}
                </span>
              </span>
            </label>
          )
        })}
      </div>
      {data && free.length < 2 && <p className={form.fault}>{t('candidates.plan.tooFew')}</p>}
      {fault && (
        <p id={faultId} className={form.fault} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
