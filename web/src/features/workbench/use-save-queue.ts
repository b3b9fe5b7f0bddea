import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { centreQueries } from '../../api/centre.queries.ts'
import { actOnCentre, countyQueries } from '../../api/county.queries.ts'
import { newId } from '../../api/new-id.ts'
import { taskQueries } from '../../api/task.queries.ts'
import { useUnsaved } from '../../components/form/use-hold.ts'
import type { ChoiceWords } from './cell-fields.ts'
import { SaveQueue } from './save-queue.ts'

const RETRY_MS = 15_000

/** Puts a centre as the server now has it in its place; an answer overtaken by a newer one changes nothing. */
export function placeCentre(queries: QueryClient, centre: CentreSheet): void {
  const { queryKey } = countyQueries.sheet(centre.countyCode)
  queries.setQueryData<CountySheet>(
    queryKey,
    data =>
      data && {
        ...data,
        items: data.items.map(item => (item.code === centre.code && item.version <= centre.version ? centre : item)),
      },
  )
  // An answer asked for before would put back what was.
  if (queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey })
  void queries.invalidateQueries({ queryKey: taskQueries.all })
  void queries.invalidateQueries({ queryKey: centreQueries.all })
}

/** Edits outlive the page they were made on: one queue a county, as long as the window is open. */
const queues = new WeakMap<QueryClient, Map<string, { queue: SaveQueue; words: ChoiceWords }>>()

function queueOf(queries: QueryClient, county: string, words: ChoiceWords): SaveQueue {
  const ofClient = queues.get(queries) ?? new Map()
  queues.set(queries, ofClient)
  const known = ofClient.get(county)
  if (known) {
    known.words = words
    return known.queue
  }
  const sheet = () => queries.getQueryData<CountySheet>(countyQueries.sheet(county).queryKey)
  const queue = new SaveQueue({
    send: actOnCentre,
    centreOf: code => sheet()?.items.find(item => item.code === code),
    onCentre: centre => placeCentre(queries, centre),
    context: () => ({ today: sheet()?.asOf ?? '', words: ofClient.get(county)?.words ?? words }),
    newId,
  })
  ofClient.set(county, { queue, words })
  return queue
}

/** The queue of a county, tried again when the network is back; the window does not close on what is not saved. */
export function useSaveQueue(county: string, words: ChoiceWords) {
  const queries = useQueryClient()
  const queue = useMemo(() => queueOf(queries, county, words), [queries, county, words])
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  const statuses = [...state.edits.values()].flatMap(edits => [...edits.values()].map(({ status }) => status))
  const failed = statuses.filter(status => status === 'failed').length
  useUnsaved(statuses.length > 0)

  useEffect(() => {
    if (failed === 0) return
    const again = () => queue.retry()
    const timer = setInterval(again, RETRY_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [queue, failed])

  const saving = statuses.filter(status => status === 'sending' || status === 'waiting').length
  return { queue, state, counts: { saving, failed, open: statuses.length - saving - failed } }
}
