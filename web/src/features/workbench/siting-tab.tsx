import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { SitingForm } from './siting/siting-form.tsx'
import { useCentreAct } from './use-centre-act.ts'

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
  const save = useCentreAct<ChangeCentre>({
    centre,
    path: '',
    onDone,
    isHarmless: now => siteOf(now) === siteOf(centre),
  })
  return (
    <SitingForm
      centre={centre}
      neighbours={neighbours}
      today={today}
      busy={save.isPending}
      error={save.error}
      onSave={save.send}
    />
  )
}
