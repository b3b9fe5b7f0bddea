import { useTranslation } from 'react-i18next'

const KM = 1000

/** How exact a position is, and how far from the site; null: the site has none. */
export function usePositionWords() {
  const { t } = useTranslation('inspections')
  return (accuracyM: number, farM: number | null): string => {
    const accuracy = t('visit.position.accuracy', { n: Math.round(accuracyM) })
    const distance =
      farM === null
        ? t('visit.position.noSite')
        : farM < KM
          ? t('visit.position.distance', { n: Math.round(farM) })
          : t('visit.position.distanceKm', { n: (farM / KM).toFixed(1) })
    return `${accuracy} · ${distance}`
  }
}
