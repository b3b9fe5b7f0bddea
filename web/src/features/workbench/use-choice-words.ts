import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceWords } from './cell-fields.ts'

export function useChoiceWords(): ChoiceWords {
  const { t } = useTranslation('centres')
  return useMemo(
    () => ({
      builds: {
        newBuild: t('facts.builds.newBuild'),
        conversion: t('facts.builds.conversion'),
        extension: t('facts.builds.extension'),
      },
      yes: t('facts.yes'),
      no: t('facts.no'),
    }),
    [t],
  )
}
