import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/client.ts'
import { visitQueries } from '../../../api/inspection.queries.ts'
import { planQueries } from '../../../api/plan.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { dayInProse } from '../../../format/format.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMay, useMe } from '../../../session/use-me.ts'
import { readDraft } from './draft-store.ts'
import { FillIn } from './fill-in.tsx'
import { LeftOver } from './left-over.tsx'
import { RecordSheet } from './record-sheet.tsx'
import classes from './visit.module.css'

/** A visit that cannot be filled in: cancelled, still to come for others, unknown. */
function Says({ visit }: { visit: VisitDetail | undefined }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  if (!visit) return <p className={classes.note}>{t('visit.unknown')}</p>
  const { cancelled, date } = visit
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>
        {t('visit.title')} · {visit.centre.name}
      </h1>
      <p className={classes.note}>
        {cancelled
          ? t('visit.cancelled', { day: dayInProse(cancelled.on, name), reason: cancelled.reason })
          : t('visit.planned', { day: dayInProse(date, name) })}
      </p>
      <p>{visit.inspectors.map(inspector => inspector.name).join(t('visit.record.separator'))}</p>
    </div>
  )
}

interface KnownProps {
  id: string
  visit: VisitDetail | undefined
  centre: string | undefined
  plan: Plan
}

function Known({ id, visit, centre, plan }: KnownProps) {
  const navigate = useNavigate()
  const mayRecord = useMay('recordVisit')
  const account = useMe().id
  const [isNew, setNew] = useState(false)
  const { refetch } = useQuery({ ...visitQueries.one(id), enabled: false })
  if (visit?.record) {
    return (
      <>
        {account !== null && <LeftOver account={account} visit={id} />}
        <RecordSheet visit={visit} record={visit.record} plan={plan} isNew={isNew} />
      </>
    )
  }
  const drafted = account ? readDraft(account, id)?.draft.centre : undefined
  const code = visit?.centre.code ?? centre ?? drafted
  if (visit?.cancelled || !mayRecord || account === null || !code) return <Says visit={visit} />
  return (
    <FillIn
      key={id}
      id={id}
      code={code}
      visit={visit}
      plan={plan}
      onRecorded={() => {
        setNew(true)
        void navigate({ to: '/inspections/visits/$visit', params: { visit: id }, replace: true })
        window.scrollTo(0, 0)
      }}
      onSee={() => void refetch()}
      onDropped={() => void navigate({ to: '/centres/$code', params: { code } })}
    />
  )
}

const isUnknown = (error: Error | null) => error instanceof ApiError && error.status === 404
const isCut = (error: Error | null) => error instanceof ApiError && (error.status === 0 || error.status >= 500)

/** A visit: the form before it is recorded, its record afterwards. */
export function VisitPage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const { visit: id = '' } = useParams({ strict: false })
  const { centre } = useSearch({ strict: false }) as { centre?: string }
  const account = useMe().id ?? ''
  const plan = useQuery(planQueries.current())
  const visit = useQuery(visitQueries.one(id))
  usePageTitle(t('visit.title'), plan.data)
  const mayGoOn = isUnknown(visit.error) || (isCut(visit.error) && readDraft(account, id) !== null)
  const error = plan.error ?? (mayGoOn ? null : visit.error)
  return (
    <div>
      {error && <LoadError error={error} onRetry={() => void Promise.all([plan.refetch(), visit.refetch()])} />}
      {!error && (visit.isPending || !plan.data) && <p className={classes.note}>{t('common:loading')}</p>}
      {!error && !visit.isPending && plan.data && <Known id={id} visit={visit.data} centre={centre} plan={plan.data} />}
    </div>
  )
}
