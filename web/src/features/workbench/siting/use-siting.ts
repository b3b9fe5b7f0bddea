import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useMemo, useState } from 'react'
import { readPoint } from './read-point.ts'
import { changeOf, draftOf, readPopulation, type SitingDraft } from './siting-draft.ts'
import { useActIds } from './use-act-ids.ts'
import { useGround } from './use-ground.ts'

interface SitingInput {
  centre: CentreSheet
  today: string
  busy: boolean
  error: Error | null
  onSave: (body: ChangeCentre) => void
}

/** What stands in the form, what it means, and the way to save it. */
export function useSiting({ centre, today, busy, error, onSave }: SitingInput) {
  const [draft, setDraft] = useState(() => draftOf(centre, today))
  const [complaint, setComplaint] = useState<'villageMissing' | 'unchanged' | null>(null)
  const ground = useGround()
  const idsFor = useActIds()
  const { areas, bounds } = ground
  const { coordinates, datum } = draft
  const read = useMemo(
    () => readPoint(coordinates, datum, { county: centre.countyCode, areas, bounds }),
    [coordinates, datum, centre.countyCode, areas, bounds],
  )
  const place = read && 'point' in read ? read : null
  const change = changeOf(draft, centre, place)
  const isPopulationWrong = readPopulation(draft.population) === undefined
  return {
    draft,
    ground,
    read,
    place,
    complaint,
    isPopulationWrong,
    /** Why what stands here was refused; nothing, once it is something else. */
    refusal: idsFor.wasLast(change) ? error : null,
    edit(patch: Partial<SitingDraft>) {
      setDraft(before => ({ ...before, ...patch }))
      setComplaint(null)
    },
    save(acceptDoubts: boolean) {
      if (busy || isPopulationWrong || (read && 'fault' in read)) return
      if (!draft.village.trim()) return setComplaint('villageMissing')
      if (!change) return setComplaint('unchanged')
      onSave({ ...idsFor.body(change), ...(acceptDoubts && { acceptDoubts }) })
    },
  }
}
