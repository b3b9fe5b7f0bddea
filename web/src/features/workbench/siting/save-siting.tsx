import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { RefusalNote } from '../../../components/form/refusal-note.tsx'
import type { SitingFaults } from './use-siting-faults.ts'

interface SaveSitingProps {
  faults: SitingFaults
  isSited: boolean
  isUnchanged: boolean
  busy: boolean
}

/** What is wrong beyond single fields, and the button; what is doubtful may be insisted on. */
export function SaveSiting({ faults, isSited, isUnchanged, busy }: SaveSitingProps) {
  const { t } = useTranslation('siting')
  const save = isSited ? 'saveFacts' : 'save'
  return (
    <>
      {faults.others.map(each => (
        <p key={each} className={form.fault} role="alert">
          {each}
        </p>
      ))}
      {isUnchanged && <p role="status">{t('unchanged')}</p>}
      {faults.isDoubtful && (
        <p className={form.note} role="alert">
          {t('doubts')}
        </p>
      )}
      <RefusalNote error={faults.refusal} />
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t(faults.isDoubtful ? 'saveAnyway' : save)}
        </Button>
      </div>
    </>
  )
}
