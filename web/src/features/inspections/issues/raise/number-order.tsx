import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../../../api/plan.queries.ts'
import type { OrderAbout } from '../../../../components/order-about.ts'
import { fullDayInProse } from '../../../../format/format.ts'
import { useInspectionsWords } from '../../../../i18n/use-inspections-words.ts'
import { useLanguage } from '../../../../i18n/use-language.ts'
import { OrderDialog } from './raise-dialog.tsx'

/** The number in words, with its value and day. */
function labelOf(about: OrderAbout, t: TFunction<'inspections'>, sayDay: (day: string) => string): string {
  const day = sayDay(about.day)
  switch (about.kind) {
    case 'node':
      return t(about.overdue > 0 ? 'issue.about.overdue' : 'issue.about.node', { ...about, day })
    case 'county':
      return t('issue.about.county', { ...about, county: about.name, day })
    case 'lights':
      return t('issue.about.lights', { ...about, day })
    case 'verification':
      return t('issue.about.verification', { ...about, day })
    case 'money':
      return t('issue.about.money', { ...about, day })
  }
}

/** The view that shows the number on its day, with the filters there are. */
const viewOf = (about: OrderAbout) => ({
  asOf: about.day,
  select: undefined,
  view: undefined,
  ...(about.kind === 'county' && { county: [about.county] }),
  ...(about.kind === 'node' && { node: about.id }),
})

/** The form of an order about a number of the board, begun from the view that shows it. */
export function NumberOrder({ about, onClose }: { about: OrderAbout; onClose: () => void }) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { options, state } = useRouter()
  const plan = useQuery(planQueries.current()).data
  // As typed in the address: `county=141124,141126`.
  const { search } = state.location
  const counties = search.county === undefined ? [] : String(search.county).split(',')
  // What is seen when it is opened, whatever the page below goes on to show.
  const [seen] = useState(() => ({
    label: labelOf(about, t, day => fullDayInProse(day, name)),
    link: `/${options.stringifySearch({ ...search, ...viewOf(about) })}`,
  }))
  if (!plan) return null
  const given =
    about.kind === 'county'
      ? { place: { county: about.county, centre: null }, name: about.name }
      : { county: counties.length === 1 ? counties[0] : undefined }
  return <OrderDialog plan={plan} about={seen} onClose={onClose} {...given} />
}
