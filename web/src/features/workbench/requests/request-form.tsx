import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActPath } from '../../../api/county.queries.ts'
import { ActForm, type FaultAt } from '../../../components/form/act-form.tsx'
import { StaleNote } from '../stale-note.tsx'
import { useCentreAct } from '../use-centre-act.ts'
import classes from '../workbench.module.css'

export interface RequestProps {
  centre: CentreSheet
  today: string
}

interface RequestFormProps {
  title: string
  submit: string
  centre: CentreSheet
  path: ActPath
  body: object
  /** Fields of the body that show what is wrong with them. */
  fields: readonly string[]
  onDone?: () => void
  children: (fault: FaultAt) => ReactNode
}

/** A titled form of one act. Where somebody was quicker, the centre is brought up to date. */
export function RequestForm({ title, submit, centre, path, body, fields, onDone, children }: RequestFormProps) {
  const { t } = useTranslation('workbench')
  const act = useCentreAct({ centre, path, onDone: () => onDone?.() })
  return (
    <ActForm
      label={title}
      act={act}
      content={() => body}
      submit={submit}
      submitLook="plain"
      fields={fields}
      meanwhile={() => <StaleNote />}
      done={t('requests.done')}
    >
      {fault => (
        <>
          <h3 className={classes.sub}>{title}</h3>
          {children(fault)}
        </>
      )}
    </ActForm>
  )
}
