import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { ReactNode } from 'react'
import { ActForm, type FaultAt } from '../../../components/form/act-form.tsx'
import type { PlanWords } from '../use-plan-words.ts'
import { MeanwhileNote } from './meanwhile-note.tsx'
import { type CentreAct, useCentreAct } from './use-centre-act.ts'

interface CentreActFormProps {
  centre: CentreDetail
  words: PlanWords
  act: () => CentreAct
  submit: string
  fields: readonly string[]
  onDone: () => void
  onCancel: () => void
  children: (fault: FaultAt) => ReactNode
}

/** The form of an act on a centre, beginning from what was seen of it. */
export function CentreActForm({ centre, words, act, onDone, ...rest }: CentreActFormProps) {
  const content = (acceptDoubts: boolean) => {
    const { path, body } = act()
    return { path, body: acceptDoubts ? { ...body, acceptDoubts } : body }
  }
  return (
    <ActForm
      {...rest}
      act={useCentreAct(centre, onDone)}
      content={content}
      meanwhile={now => <MeanwhileNote before={centre} now={now} words={words} />}
    />
  )
}
