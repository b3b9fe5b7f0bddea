import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { type ActPath, actOnCentre } from '../../api/county.queries.ts'
import { useAct } from '../../components/form/use-act.ts'
import { placeCentre } from './use-save-queue.ts'

interface CentreActOptions<Content> {
  centre: CentreSheet
  path: ActPath
  onDone: (content: Content) => void
  /** Whether what somebody else did to the centre does not touch the act. */
  isHarmless?: (now: CentreSheet) => boolean
}

/** One act on a centre from a form. Where somebody was quicker, the centre is brought up to date. */
export function useCentreAct<Content extends object>(options: CentreActOptions<Content>) {
  const { centre, path, onDone, isHarmless } = options
  const queries = useQueryClient()
  return useAct<Content, ActDone, CentreSheet>({
    version: centre.version,
    send: (content, id, version) => actOnCentre({ code: centre.code, version }, path, { id, ...content }),
    place: ({ centre: now }) => placeCentre(queries, now),
    onDone: (_, content) => onDone(content),
    onStale: now => placeCentre(queries, now),
    isHarmless,
  })
}
