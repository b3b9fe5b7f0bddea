import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useVisitForm } from './form-context.ts'
import type { Missing } from './visit-missing.ts'

/** Says what is missing by the names of the checklist. */
export function useMissingWords() {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { groups } = useVisitForm().checklist
  return ({ code, group = '', item = '', n = 0 }: Missing): string => {
    const groupName = groups.find(({ id }) => id === group)?.name[name] ?? ''
    const itemText = groups.flatMap(({ items }) => items).find(({ id }) => id === item)?.text[name] ?? ''
    return t(`visit.missing.${code}`, { group: groupName, item: itemText, n })
  }
}
