import type { ActDone, CentreSheet } from '@lvliang/shared/centres/act.schema'
import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { centreQueries } from '../../../api/centre.queries.ts'
import { ApiError, apiSend } from '../../../api/client.ts'
import { newId } from '../../../api/new-id.ts'
import { useCommand } from '../../../components/form/use-command.ts'

/** Something done to a centre: where it is sent, and what it says but for its id. */
export interface Act {
  path: string
  body: object
}

/** An id for each content: the same sent once more is the same act. */
function useActId() {
  const last = useRef({ text: '', id: '' })
  return (act: Act) => {
    const text = JSON.stringify(act)
    if (last.current.text !== text) last.current = { text, id: newId() }
    return last.current.id
  }
}

/** Puts a centre as the server answered it on the page at once, then reads anew whatever else depends on it. */
export function useTakeSheet() {
  const queries = useQueryClient()
  return useCallback(
    (sheet: CentreSheet) => {
      const { queryKey } = centreQueries.one(sheet.code, {})
      queries.setQueryData<CentreDetail>(queryKey, page => page && { ...page, ...sheet })
      const depends = ({ queryKey: [first] }: { queryKey: readonly unknown[] }) =>
        first !== 'me' && first !== 'plan' && first !== 'villages' && first !== 'map'
      void queries.invalidateQueries({ predicate: depends })
    },
    [queries],
  )
}

export const staleIn = (error: Error | null): CentreSheet | null =>
  error instanceof ApiError && error.code === 'versionStale' ? (error.current as CentreSheet) : null

/** Does an act from the version it was begun with; where the centre changed meanwhile, from the one then shown. */
export function useAct({ code, version }: Pick<CentreDetail, 'code' | 'version'>, onDone: (act: Act) => void) {
  const [seen, setSeen] = useState(version)
  const idOf = useActId()
  const take = useTakeSheet()
  const command = useCommand(
    ({ act, from }: { act: Act; from: number }) =>
      apiSend<ActDone>(
        'POST',
        `/centres/${encodeURIComponent(code)}${act.path}`,
        { id: idOf(act), ...act.body },
        { ifMatch: from },
      ),
    ({ centre }, { act }) => {
      take(centre)
      onDone(act)
    },
  )
  const stale = staleIn(command.error)
  const send = (act: Act) => {
    if (command.isPending) return
    const from = stale?.version ?? seen
    setSeen(from)
    command.mutate({ act, from })
  }
  return { send, stale, error: command.error, isPending: command.isPending }
}
