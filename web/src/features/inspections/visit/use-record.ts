import type { RecordVisit, VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError } from '../../../api/client.ts'
import { recordVisit } from '../../../api/inspection.queries.ts'
import { useCommand } from '../../../components/form/use-command.ts'
import { type PlacedFault, placeFaults } from './visit-faults.ts'

interface Sent {
  error: Error | null
  body: RecordVisit | undefined
}

const BY_FIELDS = new Set(['ruleBroken', 'malformedRequest'])

/** What was refused, each at its place; empty where the refusal is about no field. */
export function faultsIn({ error, body }: Sent): PlacedFault[] {
  const byFields = error instanceof ApiError && BY_FIELDS.has(error.code) && body !== undefined
  return byFields ? placeFaults(error.errors, body) : []
}

/** Sends the whole visit; while photos are on their way, with the last of them. */
export function useRecord(visit: string, waiting: number, done: (visit: VisitDetail) => void) {
  const queries = useQueryClient()
  const [held, setHeld] = useState<(() => RecordVisit) | null>(null)
  const command = useCommand((body: RecordVisit) => recordVisit(queries, visit, body), done)
  const { mutate, isPending, error, variables, reset } = command
  useEffect(() => {
    if (!held || waiting > 0) return
    setHeld(null)
    mutate(held())
  }, [held, waiting, mutate])
  return {
    /** `body` is made as it goes off. */
    send: (body: () => RecordVisit) => {
      if (!isPending) setHeld(() => body)
    },
    isHeld: held !== null,
    isPending,
    error,
    reset,
    faults: faultsIn({ error, body: variables }),
  }
}
export type Recording = ReturnType<typeof useRecord>
