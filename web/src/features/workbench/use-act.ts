import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError } from '../../api/client.ts'
import { type ActPath, actOnCentre } from '../../api/county.queries.ts'
import { newId } from '../../api/new-id.ts'
import { useCommand } from '../../components/form/use-command.ts'
import { placeCentre } from './use-save-queue.ts'

/**
 * One act on a centre from a form. The same content goes under the same id again, so that an answer lost on the way
 * makes no second record. Where somebody was quicker, the centre is brought up to date and the act is tried once
 * more if `isHarmless` says that theirs does not touch it.
 */
export function useAct(
  centre: CentreSheet,
  path: ActPath,
  done: (answer: ActDone) => void,
  isHarmless: (current: CentreSheet) => boolean = () => false,
) {
  const queries = useQueryClient()
  const last = useRef({ content: '', id: '' })
  return useCommand(
    async (content: object) => {
      const key = JSON.stringify(content)
      if (last.current.content !== key) last.current = { content: key, id: newId() }
      const body = { id: last.current.id, ...content }
      try {
        return await actOnCentre(centre, path, body)
      } catch (error) {
        const current = error instanceof ApiError && error.status === 412 ? (error.current as CentreSheet) : null
        if (current) placeCentre(queries, current)
        if (!current || !isHarmless(current)) throw error
        return await actOnCentre(current, path, body)
      }
    },
    answer => {
      last.current = { content: '', id: '' }
      placeCentre(queries, answer.centre)
      done(answer)
    },
  )
}
