import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError } from '../../api/client.ts'
import { type ActPath, actOnCentre } from '../../api/county.queries.ts'
import { newId } from '../../api/new-id.ts'
import { useCommand } from '../../components/form/use-command.ts'
import { useHold } from '../../components/form/use-hold.ts'
import { placeCentre } from './use-save-queue.ts'

/** What queries hold anew is on the page a task later: they tell of it in a timer set before this one. */
const shown = () => new Promise(resolve => setTimeout(resolve))

/**
 * One act on a centre from a form. The same content goes under the same id again, so that an answer lost on the way
 * makes no second record. Where somebody was quicker, the centre is brought up to date and the act is tried once
 * more if `isHarmless` says that theirs does not touch it. One at a time; when it is done, the page shows it first.
 */
export function useAct(
  centre: CentreSheet,
  path: ActPath,
  done: (answer: ActDone) => void,
  isHarmless: (current: CentreSheet) => boolean = () => false,
) {
  const queries = useQueryClient()
  const last = useRef({ content: '', id: '' })
  // The command's own state comes a task after the press: too late for a second one.
  const [isPending, setPending] = useState(false)
  useHold(isPending)

  const send = async (content: object) => {
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
  }
  const act = useCommand(
    (content: object) =>
      send(content).catch((error: Error) => {
        setPending(false)
        throw error
      }),
    async answer => {
      last.current = { content: '', id: '' }
      placeCentre(queries, answer.centre)
      await shown()
      setPending(false)
      done(answer)
    },
  )
  const mutate = (content: object) => {
    if (isPending) return
    setPending(true)
    act.mutate(content)
  }
  return { ...act, isPending, mutate }
}
