import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { type FormEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../../../components/form/form.module.css'
import { MapField } from './map-field.tsx'
import { PopulationField, SitedOnField } from './plain-fields.tsx'
import { PositionField } from './position-field.tsx'
import { SaveSiting } from './save-siting.tsx'
import { isSited } from './siting-draft.ts'
import type { Neighbour } from './siting-map.tsx'
import { useSitingWords } from './siting-words.ts'
import { useSiting } from './use-siting.ts'
import { useSitingFaults } from './use-siting-faults.ts'
import { VillageFields } from './village-fields.tsx'

export interface SitingFormProps {
  centre: CentreSheet
  /** The county's centres: those with a place are shown on the map. */
  neighbours: readonly CentreSheet[]
  today: string
  /** The last save is on its way. */
  busy: boolean
  /** Why the last save was refused. */
  error: Error | null
  onSave: (body: ChangeCentre) => void
}

const placed = (centres: readonly CentreSheet[], but: string): Neighbour[] =>
  centres.flatMap(({ code, name, position }) =>
    position && code !== but ? [{ name, point: [position.lon, position.lat] as const }] : [],
  )

/** A centre's village and place: found, pressed or pasted; saved with the day it was sited. */
export function SitingForm({ neighbours, ...input }: SitingFormProps) {
  useSitingWords()
  const { t } = useTranslation('siting')
  const element = useRef<HTMLFormElement>(null)
  const { centre, today, busy } = input
  const { draft, ground, read, place, complaint, isPopulationWrong, refusal, edit, save } = useSiting(input)
  const faults = useSitingFaults(refusal)
  const others = useMemo(() => placed(neighbours, centre.code), [neighbours, centre.code])

  useEffect(() => element.current?.querySelector('input')?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(faults.isDoubtful)
  }
  const villageFault = complaint === 'villageMissing' ? t(complaint) : faults.at('facts/villageCode', 'facts/village')
  return (
    <form ref={element} className={form.form} onSubmit={submit}>
      <VillageFields county={centre.countyCode} draft={draft} fault={villageFault} onChange={edit} />
      <PositionField
        text={draft.coordinates}
        read={read}
        fault={faults.at('facts/position')}
        onText={coordinates => edit({ coordinates, datum: null, mapAccuracyM: null })}
        onDatum={datum => edit({ datum, mapAccuracyM: null })}
      />
      <MapField
        ground={ground}
        county={centre.countyCode}
        neighbours={others}
        point={place?.point ?? null}
        onPoint={([lon, lat], mapAccuracyM) =>
          edit({ coordinates: `${lat.toFixed(5)}, ${lon.toFixed(5)}`, datum: 'wgs84', mapAccuracyM })
        }
      />
      <PopulationField
        value={draft.population}
        fault={isPopulationWrong ? t('populationWrong') : faults.at('facts/population')}
        onChange={population => edit({ population })}
      />
      {!isSited(centre) && (
        <SitedOnField
          value={draft.date}
          today={today}
          fault={faults.at('siting/date')}
          onChange={date => edit({ date })}
        />
      )}
      <SaveSiting faults={faults} isSited={isSited(centre)} isUnchanged={complaint === 'unchanged'} busy={busy} />
    </form>
  )
}
