import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countyQueries } from '../../api/county.queries.ts'
import { planQueries } from '../../api/plan.queries.ts'
import { taskQueries } from '../../api/task.queries.ts'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { countyName } from '../../format/county-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useMe } from '../../session/use-me.ts'
import classes from './workbench.module.css'
import { Workbench } from './workbench.tsx'
import { useWorkbenchWords } from './workbench-words.ts'

/** A county's own page: its clerk files here, everybody else reads. */
export function WorkbenchPage() {
  useWorkbenchWords()
  const { t } = useTranslation(['workbench', 'common'])
  const { name } = useLanguage()
  const { code } = useParams({ from: '/counties/$code' })
  const me = useMe()
  const plan = useQuery(planQueries.current())
  const sheet = useQuery(countyQueries.sheet(code))
  const tasks = useQuery({ ...taskQueries.own(), enabled: me.may.includes('listTasks') })
  const title = plan.data && t('title', { county: countyName(plan.data.counties, code, name) })
  usePageTitle(title, plan.data)
  const failed = plan.error ?? sheet.error
  const own = tasks.data && { ...tasks.data, items: tasks.data.items.filter(({ county }) => county === code) }
  return (
    <div className={classes.page}>
      {failed && !sheet.data ? (
        <LoadError
          error={failed}
          onRetry={() => void Promise.all([plan.refetch(), sheet.refetch(), tasks.refetch()])}
        />
      ) : !plan.data || !sheet.data ? (
        <p className={classes.gap}>{t('common:loading')}</p>
      ) : (
        <>
          {tasks.error && <LoadError error={tasks.error} onRetry={() => void tasks.refetch()} />}
          <Workbench
            key={code}
            title={title ?? ''}
            plan={plan.data}
            sheet={sheet.data}
            tasks={own}
            canEdit={me.county === code && me.may.includes('changeCentre')}
          />
        </>
      )}
    </div>
  )
}
