import { useTranslation } from 'react-i18next'
import form from '../../../components/form/form.module.css'
import { LoadError } from '../../../components/load-error.tsx'
import { useLoaded } from '../../../components/use-loaded.ts'
import classes from './siting.module.css'
import type { SitingMapProps } from './siting-map.tsx'
import type { useGround } from './use-ground.ts'

const loadMap = () => import('./siting-map.tsx')

interface MapFieldProps extends Omit<SitingMapProps, 'counties' | 'base'> {
  ground: ReturnType<typeof useGround>
}

/** The map as soon as it is there; the form does not wait for it. */
export function MapField({ ground: { counties, base, error, retry }, ...props }: MapFieldProps) {
  const { t } = useTranslation(['siting', 'board'])
  const chunk = useLoaded(loadMap)
  const failed = error ?? chunk.error
  const again = () => {
    retry()
    chunk.retry()
  }
  if (failed) return <LoadError error={failed} onRetry={again} />
  return (
    <div className={form.field}>
      <div className={classes.map}>
        {chunk.module && counties && base ? (
          <chunk.module.SitingMap {...props} counties={counties} base={base} />
        ) : (
          <p className={form.help}>{t('board:map.loading')}</p>
        )}
      </div>
      <p className={form.help}>{t('map.help')}</p>
    </div>
  )
}
