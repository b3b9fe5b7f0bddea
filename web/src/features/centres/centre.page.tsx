import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../api/centre.queries.ts'
import { ApiError } from '../../api/client.ts'
import { planQueries } from '../../api/plan.queries.ts'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { filterParams } from '../../filters/filter-search.ts'
import classes from './centre.module.css'
import { centreListQuery } from './centre-list.queries.ts'
import { CentreNav } from './centre-nav.tsx'
import { CentreStory, type CentreStoryProps } from './centre-story.tsx'
import { sortForAddress, sortFromAddress } from './list-sort.ts'
import { neighboursOf } from './neighbours.ts'

export function CentrePage(parts: Pick<CentreStoryProps, 'Inspection' | 'Raise'>) {
  const { t } = useTranslation(['centres', 'common'])
  const { code } = useParams({ from: '/centres/$code' })
  const search = useSearch({ from: '/centres/$code' })
  const plan = useQuery(planQueries.current())
  const centre = useQuery(centreQueries.one(code, { asOf: search.asOf }))
  const sort = sortForAddress(sortFromAddress(search.sort))
  const list = useInfiniteQuery(centreListQuery({ ...filterParams(search), sort }))
  const codes = list.data?.pages.flatMap(page => page.items.map(item => item.code)) ?? []
  usePageTitle(centre.data && (centre.data.village === null ? code : `${centre.data.village} ${code}`), plan.data)
  const missing = centre.error instanceof ApiError && centre.error.status === 404
  const failed = centre.error ?? plan.error

  return (
    <div className={classes.page}>
      <CentreNav {...neighboursOf(codes, code)} />
      {missing ? (
        <h1 className={classes.name}>{t('detail.notFound', { code })}</h1>
      ) : failed ? (
        <LoadError error={failed} onRetry={() => void Promise.all([centre.refetch(), plan.refetch()])} />
      ) : !centre.data || !plan.data ? (
        <p className={classes.help}>{t('common:loading')}</p>
      ) : (
        <CentreStory centre={centre.data} plan={plan.data} {...parts} />
      )}
    </div>
  )
}
