import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mapQueries } from '../../../api/map.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { useLoaded } from '../../../components/use-loaded.ts'
import { countyName, shortCountyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import type { CandidateMapProps } from './candidate-map.tsx'
import type { CandidateMapWords } from './candidate-markers.ts'
import classes from './map-section.module.css'

const loadMap = () => import('./candidate-map.tsx')
/** More markers than this are no picture any more. */
export const DRAWN = 400

interface MapSectionProps extends Pick<CandidateMapProps, 'candidates' | 'picked' | 'focus' | 'onPress'> {
  plan: Plan
}

function useMapWords({ counties }: Plan): CandidateMapWords {
  const { t } = useTranslation(['inspections', 'common'])
  const { name } = useLanguage()
  return useMemo(
    () => ({
      light: shape => t(`common:light.${shape}`),
      county: code => countyName(counties, code, name),
      countyLabel: code => shortCountyName(counties, code, name),
      risk: total => t('candidates.map.risk', { n: total }),
    }),
    [t, counties, name],
  )
}

/** What the map leaves out, and why. */
function Left({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useTranslation('inspections')
  const unlocated = candidates.filter(({ position }) => position === null).length
  const says = [
    candidates.length > DRAWN && t('candidates.map.most', { n: DRAWN }),
    unlocated > 0 && t('candidates.map.unlocated', { n: unlocated }),
  ].filter(Boolean)
  return says.length > 0 && <p className={classes.left}>{says.join(' ')}</p>
}

export function MapSection({ plan, candidates, ...rest }: MapSectionProps) {
  const { t } = useTranslation('inspections')
  const counties = useQuery(mapQueries.counties())
  const base = useQuery(mapQueries.base())
  const { module, error: chunkError, retry } = useLoaded(loadMap)
  const words = useMapWords(plan)
  const drawn = useMemo(() => candidates.slice(0, DRAWN), [candidates])
  const error = counties.error ?? base.error ?? chunkError
  const again = () => {
    void Promise.all([counties.refetch(), base.refetch()])
    retry()
  }
  return (
    <div className={classes.section}>
      <p className="visually-hidden">{t('candidates.map.help')}</p>
      {error ? (
        <LoadError error={error} onRetry={again} />
      ) : module && counties.data && base.data ? (
        <module.CandidateMap
          {...rest}
          label={t('candidates.map.label')}
          counties={counties.data}
          base={base.data}
          candidates={drawn}
          words={words}
        />
      ) : (
        <p className={classes.state}>{t('candidates.map.loading')}</p>
      )}
      <Left candidates={candidates} />
    </div>
  )
}
