import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api/client.ts'
import { actOnCentre } from '../../api/county.queries.ts'
import { useCommand } from '../../components/form/use-command.ts'
import { SitingForm } from './siting/siting-form.tsx'
import { placeCentre } from './use-save-queue.ts'

interface SitingTabProps {
  centre: CentreSheet
  neighbours: readonly CentreSheet[]
  today: string
  onDone: () => void
}

const siteOf = ({ village, villageCode, town, position, population }: CentreSheet) =>
  JSON.stringify([village, villageCode, town, position, population])

/** Where a centre stands, saved as one act; another's change of other facts does not stand in its way. */
export function SitingTab({ centre, neighbours, today, onDone }: SitingTabProps) {
  const queries = useQueryClient()
  const save = useCommand(
    async (body: ChangeCentre) => {
      try {
        return await actOnCentre(centre, '', body)
      } catch (error) {
        const current = error instanceof ApiError && error.status === 412 ? (error.current as CentreSheet) : null
        if (current) placeCentre(queries, current)
        if (!current || siteOf(current) !== siteOf(centre)) throw error
        return await actOnCentre(current, '', body)
      }
    },
    answer => {
      placeCentre(queries, answer.centre)
      onDone()
    },
  )
  return (
    <SitingForm
      centre={centre}
      neighbours={neighbours}
      today={today}
      busy={save.isPending}
      error={save.error}
      onSave={body => save.mutate(body)}
    />
  )
}
