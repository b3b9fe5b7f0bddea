import { useTranslation } from 'react-i18next'
import { type ApiParams, apiUrl } from '../../api/client.ts'
import classes from './centres.page.module.css'

const FORMATS = ['xlsx', 'csv', 'geojson'] as const

/** The same centres as files: what the filter lets through, in the list's order. */
export function ExportLinks({ params }: { params: ApiParams }) {
  const { t } = useTranslation('centres')
  return (
    <p className={classes.exports}>
      <span className={classes.exportsLabel}>{t('list.exportAs')}</span>
      {FORMATS.map(format => (
        <a key={format} href={apiUrl(`/centres.${format}`, params)} download className={classes.export}>
          {t(`list.${format}`)}
        </a>
      ))}
    </p>
  )
}
