import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import type { CellEdit } from './save-queue.ts'
import classes from './workbench.module.css'

interface ConflictDialogProps {
  about: { name: string; field: string }
  edit: CellEdit
  onTheirs: () => void
  onMine: () => void
  onClose: () => void
}

const shown = (text: string | undefined, t: TFunction<'workbench'>) => text || t('conflict.empty')

/** The same cell changed twice: what stood there, what somebody else put, what I typed, and which it shall be. */
export function ConflictDialog({ about, edit, onTheirs, onMine, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('workbench')
  return (
    <Dialog title={t('conflict.title')} onClose={onClose}>
      <p className={form.label}>{t('conflict.about', about)}</p>
      <p className={form.help}>{t('conflict.help')}</p>
      <dl className={classes.conflict}>
        <dt>{t('conflict.base')}</dt>
        <dd>{shown(edit.base, t)}</dd>
        <dt>{t('conflict.theirs')}</dt>
        <dd>{shown(edit.theirs, t)}</dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>{shown(edit.text, t)}</dd>
      </dl>
      <div className={form.actions}>
        <Button onClick={onTheirs}>{t('conflict.keepTheirs')}</Button>
        <Button look="danger" onClick={onMine}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </Dialog>
  )
}
