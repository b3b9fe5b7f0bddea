import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mapQueries } from '../../../api/map.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { useLoaded } from '../../../components/use-loaded.ts'
import type { BoardMapProps } from './board-map.tsx'
import classes from './map-section.module.css'
import { SelectedCentre } from './selected-centre.tsx'

const loadMap = () => import('./board-map.tsx')

interface MapSectionProps extends Omit<BoardMapProps, 'counties' | 'base' | 'onCounty'> {
  onSelect: (code: string | undefined) => void
  onCounty: (code: string | undefined) => void
}

export function MapSection({ onSelect, onCounty, ...props }: MapSectionProps) {
  const { t } = useTranslation('board')
  const counties = useQuery(mapQueries.counties())
  const base = useQuery(mapQueries.base())
  const { module, error: chunkError, retry } = useLoaded(loadMap)
  const error = counties.error ?? base.error ?? chunkError
  const selected = props.centres.find(centre => centre.code === props.selected)
  const refetch = () => {
    void counties.refetch()
    void base.refetch()
    retry()
  }
  return (
    <div className={classes.section}>
      <p className="visually-hidden">{t('map.help')}</p>
      {error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : module && counties.data && base.data ? (
        <module.BoardMap {...props} counties={counties.data} base={base.data} onSelect={onSelect} onCounty={onCounty} />
      ) : (
        <p className={classes.state}>{t('map.loading')}</p>
      )}
      {props.focus !== undefined && (
        <button type="button" className={classes.back} onClick={() => onCounty(undefined)}>
          ← {t('map.back')}
        </button>
      )}
      {selected && <SelectedCentre centre={selected} words={props.words} onClose={() => onSelect(undefined)} />}
    </div>
  )
}
