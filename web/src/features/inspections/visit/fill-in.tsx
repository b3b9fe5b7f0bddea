import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../../api/centre.queries.ts'
import { ApiError } from '../../../api/client.ts'
import { checklistQueries, inspectorQueries } from '../../../api/inspection.queries.ts'
import { newId } from '../../../api/new-id.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { countyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import { wallClock } from './clock.ts'
import { likelyStage } from './verified-stage.tsx'
import classes from './visit.module.css'
import { beginDraft } from './visit-draft.ts'
import { VisitForm } from './visit-form.tsx'

interface FillInProps {
  id: string
  code: string
  /** As it was planned; undefined: on the spot. */
  visit: VisitDetail | undefined
  plan: Plan
  onRecorded: (visit: VisitDetail) => void
  onSee: () => void
  onDropped: () => void
}

/** What the draft of a visit begins with: the plan's word, or this account alone. */
function firstDraft({ id, visit, plan }: FillInProps, centre: CentreDetail, me: string) {
  const planned = visit?.inspectors.map(({ accountId }) => accountId) ?? []
  return beginDraft({
    visit: id,
    centre: centre.code,
    name: centre.name,
    kind: visit?.kind ?? 'routine',
    inspectors: [me, ...planned.filter(accountId => accountId !== me)],
    day: wallClock(plan.today).day,
    verification: { id: newId(), stage: likelyStage(centre) },
  })
}

function Head({ centre, plan }: { centre: CentreDetail; plan: Plan }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const stage = plan.stages.find(({ id }) => id === centre.stage)?.name[name]
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>
        {t('visit.title')} · {centre.name}
      </h1>
      <p className={classes.place}>
        <Link to="/centres/$code" params={{ code: centre.code }} className={classes.centreLink}>
          {centre.code}
        </Link>
        <span>
          {countyName(plan.counties, centre.countyCode, name)} {centre.town}
        </span>
        <span>{stage}</span>
      </p>
    </div>
  )
}

/** Reads what the form is drawn from, and draws it once all of it is there. */
export function FillIn(props: FillInProps) {
  const { t } = useTranslation(['inspections', 'common'])
  const me = useMe()
  const { code, plan, onRecorded, onSee, onDropped } = props
  const centre = useQuery(centreQueries.one(code, {}))
  const checklist = useQuery(checklistQueries.current())
  const inspectors = useQuery(inspectorQueries.all())
  const error = centre.error ?? checklist.error ?? inspectors.error
  if (!(centre.data && checklist.data && inspectors.data)) {
    if (error instanceof ApiError && error.status === 404) {
      return <p className={classes.note}>{t('visit.noCentre', { code })}</p>
    }
    if (!error) return <p className={classes.note}>{t('common:loading')}</p>
    const again = () => void Promise.all([centre.refetch(), checklist.refetch(), inspectors.refetch()])
    return <LoadError error={error} onRetry={again} />
  }
  const own = centre.data
  const isAtHome = me.county !== null && me.county === own.countyCode
  return (
    <div className={classes.page}>
      <Head centre={own} plan={plan} />
      {isAtHome ? (
        <p className={classes.note}>{t('visit.recused')}</p>
      ) : (
        <VisitForm
          centre={own}
          checklist={checklist.data}
          inspectors={inspectors.data.items}
          plan={plan}
          begin={() => firstDraft(props, own, me.id ?? '')}
          onRecorded={onRecorded}
          onSee={onSee}
          onDropped={onDropped}
        />
      )}
    </div>
  )
}
