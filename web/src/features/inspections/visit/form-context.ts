import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { type Workdays, workdaysOf } from '@lvliang/shared/dates/workdays'
import type { ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import type { InspectorList } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { createContext, useContext } from 'react'
import type { DraftPhotos } from './use-draft-photos.ts'
import type { DraftAct, VisitDraft } from './visit-draft.ts'
import type { VisitContext } from './visit-missing.ts'

/** What the form is drawn from. */
export interface VisitFormData {
  centre: CentreDetail
  checklist: ChecklistInForce
  inspectors: InspectorList['items']
  plan: Plan
}

export interface VisitForm extends VisitFormData {
  draft: VisitDraft
  act: (act: DraftAct) => void
  photos: DraftPhotos
  context: VisitContext
  workdays: Workdays
  /** What the server found wrong at a place of the form. */
  faultAt: (place: string) => string | undefined
}

export const contextOf = ({ centre, checklist, plan }: VisitFormData): VisitContext => ({
  checklist,
  stage: centre.stage,
  today: plan.today,
})

export const calendarOf = ({ checklist }: VisitFormData): Workdays => workdaysOf(checklist.calendars)

export const VisitFormContext = createContext<VisitForm | null>(null)

/** The form its parts stand in. */
export function useVisitForm(): VisitForm {
  const form = useContext(VisitFormContext)
  if (!form) throw new Error('outside the form of a visit')
  return form
}
