import type { Datum, LngLat } from '@lvliang/shared/geo/datum'
import type { PositionFault } from '@lvliang/shared/geo/parse-position'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { Field } from '../../../components/form/field.tsx'
import type { ReadPoint } from './read-point.ts'
import classes from './siting.module.css'

interface PositionFieldProps {
  text: string
  read: ReadPoint | { fault: PositionFault } | null
  /** What the server says of the position. */
  fault: string | undefined
  onText: (text: string) => void
  onDatum: (datum: Datum) => void
}

const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const
const KILOMETRE = 1000
const degrees = ([lon, lat]: LngLat) => ({ lon: lon.toFixed(5), lat: lat.toFixed(5) })

interface ReadNoteProps extends Pick<PositionFieldProps, 'fault' | 'onDatum'> {
  read: ReadPoint
}

/** How a text was read, and what to do where it lies outside the county. */
function ReadNote({ read, fault, onDatum }: ReadNoteProps) {
  const { t } = useTranslation('siting')
  const { parsed, datum, point, metresOutside, offers } = read
  const metres = Math.round(metresOutside)
  const distance =
    metres < KILOMETRE ? t('metres', { n: metres }) : t('kilometres', { n: (metres / KILOMETRE).toFixed(1) })
  return (
    <div role="status">
      <p>{t('recognised', { form: t(`form.${parsed.form}`), ...degrees([parsed.lon, parsed.lat]) })}</p>
      {datum !== 'wgs84' && <p>{t('converted', degrees(point))}</p>}
      {metresOutside > 0 && !fault && (
        <p>
          <b>{t('outside', { distance })}</b>
        </p>
      )}
      {offers.map(offer => (
        <p key={offer.datum} className={classes.read}>
          {t('offer', { datum: t(`datums.${offer.datum}`) })}
          <Button look="link" onClick={() => onDatum(offer.datum)}>
            {t(`takeOffer.${offer.datum}`)}
          </Button>
        </p>
      ))}
    </div>
  )
}

/** Coordinates as anybody has them, with what was understood. */
export function PositionField({ text, read, fault, onText, onDatum }: PositionFieldProps) {
  const { t } = useTranslation('siting')
  const wrong = read && 'fault' in read ? t(`fault.${read.fault}`) : fault
  const known = read && 'point' in read ? read : null
  const help = known ? <ReadNote read={known} fault={fault} onDatum={onDatum} /> : t('positionHelp')
  return (
    <>
      <Field label={t('position')} help={help} fault={wrong}>
        {control => (
          <input
            {...control}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            value={text}
            onChange={event => onText(event.target.value)}
          />
        )}
      </Field>
      {known && (
        <Field label={t('datum')} className={classes.short}>
          {control => (
            <select {...control} value={known.datum} onChange={event => onDatum(event.target.value as Datum)}>
              {DATUMS.map(datum => (
                <option key={datum} value={datum}>
                  {t(`datums.${datum}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}
