import { ApiError } from '../../../api/client.ts'
import { faultAt, inLanguage } from '../../../components/form/use-refusal.ts'
import { useLanguage } from '../../../i18n/use-language.ts'

const FIELDS = ['facts/villageCode', 'facts/village', 'facts/position', 'facts/population', 'siting/date'] as const
type SitingField = (typeof FIELDS)[number]

const pointers = new Set(FIELDS.flatMap(field => [`/${field}`, `/json/${field}`]))

/** What the server finds wrong or doubtful, at its field or by itself. */
export function useSitingFaults(error: Error | null) {
  const { name } = useLanguage()
  const faults = error instanceof ApiError ? error.errors : []
  return {
    isDoubtful: error instanceof ApiError && error.code === 'doubtful',
    at(...fields: SitingField[]): string | undefined {
      const fault = fields.map(field => faultAt(error, field)).find(Boolean)
      return fault && inLanguage(fault.message, name)
    },
    others: faults.filter(({ pointer }) => !pointers.has(pointer)).map(({ message }) => inLanguage(message, name)),
    /** A refusal that is about no field. */
    refusal: faults.length === 0 ? error : null,
  }
}

export type SitingFaults = ReturnType<typeof useSitingFaults>
