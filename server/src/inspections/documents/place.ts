import type { Moment } from '@lvliang/shared/centres/fold'
import type { Ledger } from '../../ledger/ledger.ts'

/** Where a paper is about, in its words. */
export interface PaperPlace {
  county: string
  /** The centre by county, town and village; of a county alone the county. */
  name: string
  /** Null: about the county. */
  code: string | null
}

/** A centre, or a county where `centre` is null, as known at a moment. */
export function placeInWords(
  ledger: Ledger,
  moment: Moment,
  { county: code, centre }: { county: string; centre: { code: string } | null },
): PaperPlace {
  const { plan } = ledger.programmeAt(moment.knownAt)
  const county = plan.counties.find(each => each.code === code)?.name.zh ?? code
  if (!centre) return { county, name: county, code: null }
  const found = ledger.evaluate(centre.code, moment, 'reported')?.centre
  const isNamed = found !== undefined && found.name !== centre.code
  const name = isNamed ? `${found.town ?? ''}${found.name}日间照料中心` : `${centre.code}号日间照料中心`
  return { county, name: county + name, code: centre.code }
}
