import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../components/dialog/dialog.tsx'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import classes from './visit.module.css'

/** Gives a draft up, once that was said twice. */
export function DropDraft({ onDrop }: { onDrop: () => void }) {
  const { t } = useTranslation('inspections')
  const [isAsking, setAsking] = useState(false)
  return (
    <div>
      <Button look="link" className={classes.drop} onClick={() => setAsking(true)}>
        {t('visit.drop.action')}
      </Button>
      {isAsking && (
        <Dialog title={t('visit.drop.action')} onClose={() => setAsking(false)}>
          <div className={classes.summary}>
            <p>{t('visit.drop.sure')}</p>
            <div className={form.actions}>
              <Button look="danger" className={classes.tall} onClick={onDrop}>
                {t('visit.drop.confirm')}
              </Button>
              <Button className={classes.tall} onClick={() => setAsking(false)}>
                {t('visit.drop.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  )
}
