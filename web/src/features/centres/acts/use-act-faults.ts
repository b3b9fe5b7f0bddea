import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/client.ts'
import { faultAt, inLanguage } from '../../../components/form/use-refusal.ts'
import { useLanguage } from '../../../i18n/use-language.ts'

const BY_FIELDS = new Set(['ruleBroken', 'doubtful', 'malformedRequest'])

/** What the server finds wrong or doubtful with an act: at its field, or, where the form has none, by itself. */
export function useActFaults(error: Error | null, fields: readonly string[]) {
  const { t } = useTranslation('acts')
  const { name } = useLanguage()
  const say = (message: string) => (message.includes(' / ') ? inLanguage(message, name) : t('fault.form'))
  const byFields = error instanceof ApiError && BY_FIELDS.has(error.code) && error.errors.length > 0
  const shown = new Set(fields.flatMap(field => [`/${field}`, `/json/${field}`]))
  return {
    isDoubtful: byFields && error.code === 'doubtful',
    at: (field: string): string | undefined => {
      const fault = byFields ? faultAt(error, field) : undefined
      return fault && say(fault.message)
    },
    others: byFields ? error.errors.filter(({ pointer }) => !shown.has(pointer)).map(each => say(each.message)) : [],
    /** A refusal that is about no field. */
    refusal: byFields ? null : error,
  }
}
