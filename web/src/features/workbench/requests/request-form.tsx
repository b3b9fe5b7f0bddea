import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActPath, actOnCentre } from '../../../api/county.queries.ts'
import { ActForm, type FaultAt } from '../../../components/form/act-form.tsx'
import form from '../../../components/form/form.module.css'
import { useAct } from '../../../components/form/use-act.ts'
import { placeCentre } from '../use-save-queue.ts'
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
  const queries = useQueryClient()
  const act = useAct<object, ActDone, CentreSheet>({
    version: centre.version,
    send: (content, id, version) => actOnCentre({ code: centre.code, version }, path, { id, ...content }),
    onDone: ({ centre: now }) => {
      placeCentre(queries, now)
      onDone?.()
    },
    onStale: now => placeCentre(queries, now),
  })
  const stale = (
    <p className={form.note} role="alert">
      {t('requests.stale')}
    </p>
  )
  return (
    <ActForm
      label={title}
      act={act}
      content={() => body}
      submit={submit}
      submitLook="plain"
      fields={fields}
      meanwhile={() => stale}
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
