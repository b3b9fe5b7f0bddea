import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { VisitKind } from '@lvliang/shared/inspections/visit.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError } from '../../../api/client.ts'
import { sendCancellation, sendPlan, visitsChanged } from '../../../api/inspection.queries.ts'
import { newId } from '../../../api/new-id.ts'
import { useUnsaved } from '../../../components/form/use-hold.ts'
import { eachInTurn } from './each-in-turn.ts'

/** What is the same for all visits planned at once. */
export interface VisitPlan {
  plannedOn: string
  kind: VisitKind
  inspectors: readonly string[]
  note: string
}

export interface PlannedOne {
  visit: string
  candidate: Candidate
}

export interface Refused {
  candidate: Candidate
  error: Error
}

/** How a plan went: all of it, or all of it taken back. */
export interface PlanOutcome {
  plan: VisitPlan
  made: readonly PlannedOne[]
  refused: readonly Refused[]
  undone: boolean
}

export interface Progress {
  isUndo: boolean
  done: number
  of: number
}

/** Out of reach of the server, what is left is not tried one by one. */
const isOutOfReach = (error: Error) => error instanceof ApiError && error.code === 'network'

/** Plans one visit for each candidate; the same plan sent again names the same visits. */
export function usePlanVisits() {
  const queries = useQueryClient()
  const ids = useRef(new Map<string, string>())
  const [progress, setProgress] = useState<Progress | null>(null)
  const [outcome, setOutcome] = useState<PlanOutcome | null>(null)
  useUnsaved(progress !== null)

  const idFor = (key: string) => {
    const id = ids.current.get(key) ?? newId()
    ids.current.set(key, id)
    return id
  }
  const step = (isUndo: boolean, of: number) => (done: number) => setProgress({ isUndo, done, of })
  const finish = (next: PlanOutcome) => {
    setProgress(null)
    setOutcome(next)
    void visitsChanged(queries)
    return next
  }

  async function plan(candidates: readonly Candidate[], plan: VisitPlan): Promise<PlanOutcome> {
    const { plannedOn, kind, inspectors, note } = plan
    const send = async (candidate: Candidate): Promise<PlannedOne> => {
      const content = {
        centre: candidate.code,
        kind,
        plannedOn,
        inspectors: [...inspectors],
        ...(note ? { note } : {}),
      }
      const visit = idFor(JSON.stringify(content))
      await sendPlan({ id: visit, ...content })
      return { visit, candidate }
    }
    setOutcome(null)
    const { done, failed } = await eachInTurn(candidates, send, {
      stopOn: isOutOfReach,
      onStep: step(false, candidates.length),
    })
    const refused = failed.map(({ item, error }) => ({ candidate: item, error }))
    return finish({ plan, made: done, refused, undone: false })
  }

  async function undo({ plan, made }: PlanOutcome, reason: string): Promise<PlanOutcome> {
    const cancel = async (planned: PlannedOne) => {
      await sendCancellation(planned.visit, { id: idFor(`undo ${planned.visit}`), reason })
      return planned
    }
    const { done, failed } = await eachInTurn(made, cancel, { stopOn: isOutOfReach, onStep: step(true, made.length) })
    const refused = failed.map(({ item, error }) => ({ candidate: item.candidate, error }))
    for (const { visit } of done) forget(visit)
    return finish({ plan, made: done, refused, undone: true })
  }

  /** A visit taken back is planned again as another one. */
  function forget(visit: string) {
    for (const [key, id] of ids.current) if (id === visit) ids.current.delete(key)
  }

  return { progress, outcome, plan, undo, close: () => setOutcome(null) }
}
