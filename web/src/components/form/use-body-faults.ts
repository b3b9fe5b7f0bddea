import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { faultAt, inLanguage } from './use-refusal.ts'

const BY_FIELDS = new Set(['ruleBroken', 'doubtful', 'malformedRequest'])

/** What the server finds wrong or doubtful with what a form sent: at its field, or, where the form has none, by itself. */
export function useBodyFaults(error: Error | null, fields: readonly string[]) {
  const { t } = useTranslation('refusal')
  const { name } = useLanguage()
  const say = (message: string) => (message.includes(' / ') ? inLanguage(message, name) : t('code.malformedRequest'))
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
