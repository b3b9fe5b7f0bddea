import type { CandidateList } from '@lvliang/shared/inspections/candidate.schema'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import { riskWeights } from '@lvliang/shared/inspections/risk'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../../api/client.ts'
import { nextSort } from '../../../components/data-table/sort-rows.ts'
import { type CandidatesSearch, candidateParams, isNarrowed } from '../../../filters/inspection-search.ts'
import { shortCountyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import { sortForAddress, sortFromAddress } from './candidate-sort.ts'
import { CandidateTable } from './candidate-table.tsx'
import classes from './candidates.page.module.css'
import { ListTools } from './list-tools.tsx'
import { MapSection } from './map-section.tsx'
import type { Picking } from './picking.ts'
import { PlanVisits } from './plan-visits.tsx'
import { usePicks } from './use-picks.ts'

interface CandidatesBodyProps {
  plan: Plan
  checklist: Checklist
  list: CandidateList
  search: CandidatesSearch
  onSearch: (patch: Partial<CandidatesSearch>) => void
}

/** Side by side where there is room for both, else one of them. */
const useNarrow = () => useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false }) ?? false
const nothing = () => {}

function Table({
  plan,
  checklist,
  list,
  search,
  onSearch,
  picking,
}: CandidatesBodyProps & { picking: Picking | null }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const sort = sortFromAddress(search.sort)
  const weights = useMemo(() => riskWeights(checklist.risk), [checklist])
  const county = useCallback((code: string) => shortCountyName(plan.counties, code, name), [plan, name])
  return (
    <CandidateTable
      t={t}
      county={county}
      weights={weights}
      cap={list.visitsAQuarter}
      today={list.today}
      numbers={search.parts === 'numbers'}
      picking={picking}
      candidates={list.items}
      placeKey={apiUrl('/inspections/candidates', candidateParams(search))}
      sort={sort}
      onSort={column => onSearch({ sort: sortForAddress(nextSort(sort, column.id, column.descendingFirst ?? false)) })}
    />
  )
}

/** The list, the map beside it, and what is picked of both. */
export function CandidatesBody(props: CandidatesBodyProps) {
  const { plan, list, search, onSearch } = props
  const { t } = useTranslation('inspections')
  const me = useMe()
  const mayPlan = me.may.includes('planVisit')
  const { picking, drop, clear } = usePicks(me.id ?? '', list.items)
  const narrow = useNarrow()
  const shown = narrow ? (search.view ?? 'list') : 'both'
  const { onPick, picked } = picking
  const press = useCallback((code: string) => onPick(code, false), [onPick])
  const own = mayPlan ? picking : null
  return (
    <>
      <ListTools search={search} onSearch={onSearch} narrow={narrow} picking={own} />
      {list.items.length === 0 ? (
        <p className={classes.state}>{t(isNarrowed(search) ? 'candidates.empty' : 'candidates.emptyAll')}</p>
      ) : (
        <div className={classes.body}>
          {shown !== 'map' && (
            <div className={classes.list}>
              <Table {...props} picking={own} />
            </div>
          )}
          {shown !== 'list' && (
            <div className={classes.map}>
              <MapSection
                plan={plan}
                candidates={list.items}
                picked={picked}
                focus={search.county?.length === 1 ? search.county[0] : undefined}
                onPress={mayPlan ? press : nothing}
              />
            </div>
          )}
        </div>
      )}
      {mayPlan && <PlanVisits plan={plan} list={list} picked={picked} onPlanned={drop} onClear={clear} />}
    </>
  )
}
