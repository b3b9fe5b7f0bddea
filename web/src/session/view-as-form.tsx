import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/form/button.tsx'
import form from '../components/form/form.module.css'
import { RefusalNote } from '../components/form/refusal-note.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './account-panel.module.css'
import { useViewAs } from './use-view-as.ts'

interface ViewAsFormProps {
  counties: Plan['counties']
  onDone: () => void
}

export function ViewAsForm({ counties, onDone }: ViewAsFormProps) {
  const { t } = useTranslation('session')
  const { name } = useLanguage()
  const id = useId()
  const viewAs = useViewAs(onDone)
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    viewAs.mutate(String(new FormData(event.currentTarget).get('county')))
  }
  return (
    <form className={classes.form} onSubmit={choose}>
      <label htmlFor={id}>{t('account.viewAs')}</label>
      <div className={classes.row}>
        <select id={id} name="county" className={form.input}>
          {counties.map(county => (
            <option key={county.code} value={county.code}>
              {county.name[name]}
            </option>
          ))}
        </select>
        <Button type="submit" busy={viewAs.isPending}>
          {t('account.viewAsGo')}
        </Button>
      </div>
      <RefusalNote error={viewAs.error} />
    </form>
  )
}
