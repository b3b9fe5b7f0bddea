import { distanceM } from '@lvliang/shared/geo/polygon'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { at } from './anchors.ts'
import { useVisitForm } from './form-context.ts'
import { usePositionWords } from './use-position-words.ts'
import classes from './visit.module.css'
import type { DevicePosition as Position } from './visit-draft.ts'

type Trouble = 'denied' | 'failed' | 'insecure'

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function askDevice(): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator) || !window.isSecureContext) return reject('insecure')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lon: round(coords.longitude),
          lat: round(coords.latitude),
          accuracyM: Math.round(coords.accuracy),
        }),
      ({ code, PERMISSION_DENIED }) => reject(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    )
  })
}

/** Where the device is, by one press: how exact, and how far from the site. */
export function DevicePosition() {
  const { t } = useTranslation('inspections')
  const { draft, act, centre, faultAt } = useVisitForm()
  const words = usePositionWords()
  const [state, setState] = useState<'asking' | Trouble | null>(null)
  const ask = async () => {
    setState('asking')
    try {
      act({ do: 'say', said: { position: await askDevice() } })
      setState(null)
    } catch (trouble) {
      setState(trouble as Trouble)
    }
  }
  const { position } = draft
  const site = centre.position
  const far = position && site ? distanceM([position.lon, position.lat], [site.lon, site.lat]) : null
  return (
    <div id={at.position} className={form.field}>
      <span className={form.label}>{t('visit.position.label')}</span>
      <div className={classes.entry}>
        <Button busy={state === 'asking'} className={classes.tall} onClick={() => void ask()}>
          {t(state === 'asking' ? 'visit.position.asking' : position ? 'visit.position.again' : 'visit.position.ask')}
        </Button>
        <p className={classes.said} role="status">
          {position && words(position.accuracyM, far)}
        </p>
      </div>
      {state && state !== 'asking' && <p className={form.help}>{t(`visit.position.${state}`)}</p>}
      {faultAt(at.position) && <p className={form.fault}>{faultAt(at.position)}</p>}
    </div>
  )
}
