import { useTranslation } from 'react-i18next'
import form from '../../components/form/form.module.css'

/** Somebody was quicker; the centre is up to date on the page. */
export function StaleNote() {
  const { t } = useTranslation('workbench')
  return (
    <p className={form.note} role="alert">
      {t('requests.stale')}
    </p>
  )
}
