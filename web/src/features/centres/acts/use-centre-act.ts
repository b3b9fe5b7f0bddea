import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreDetail, CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { centreQueries } from '../../../api/centre.queries.ts'
import { type ActPath, actOnCentre } from '../../../api/county.queries.ts'
import { useAct } from '../../../components/form/use-act.ts'

/** Something done to a centre: where it is sent, and what it says but for its id. */
export interface CentreAct {
  path: ActPath
  body: object
}

/** Puts a centre as the server answered it on the page at once, then reads anew whatever else depends on it. */
function useTakeSheet() {
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

/** Does an act on a centre and shows what came of it. */
export function useCentreAct({ code, version }: Pick<CentreDetail, 'code' | 'version'>, onDone: () => void) {
  const take = useTakeSheet()
  return useAct<CentreAct, ActDone, CentreSheet>({
    version,
    send: ({ path, body }, id, from) => actOnCentre({ code, version: from }, path, { id, ...body }),
    place: ({ centre }) => take(centre),
    onDone,
  })
}
