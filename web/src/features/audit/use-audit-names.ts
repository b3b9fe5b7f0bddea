import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useTranslation } from 'react-i18next'
import { countyName } from '../../format/county-name.ts'
import { shanghaiSecond } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { audit } from '../../i18n/zh/audit.ts'
import { common } from '../../i18n/zh/common.ts'

const has = <T extends object>(words: T, name: string): name is keyof T & string => Object.hasOwn(words, name)
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const UUID = /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g
const COUNTY_FIELDS = new Set(['county', 'viewingAs'])

/** The words for what stands in an entry; what has none is shown as it is written. */
export function useAuditNames(counties: Plan['counties']) {
  const { t } = useTranslation(['audit', 'common'])
  const { name } = useLanguage()
  const role = (id: string) => (has(common.role, id) ? t(`common:role.${id}`) : id)
  const county = (code: string) => countyName(counties, code, name)
  const text = (field: string, value: string): string => {
    if (field === 'role') return role(value)
    if (COUNTY_FIELDS.has(field)) return county(value)
    if (INSTANT.test(value)) return shanghaiSecond(value)
    return has(audit.value, value) ? t(`value.${value}`) : value
  }
  return {
    role,
    county,
    operation: (id: string): string => (has(audit.operation, id) ? t(`operation.${id}`) : id),
    field: (path: string): string =>
      path
        .split('.')
        .map(part => (has(audit.field, part) ? t(`field.${part}`) : part))
        .join(' · '),
    value: (path: string, value: unknown): string => {
      if (value === undefined || value === null) return t('detail.none')
      if (typeof value === 'boolean') return t(value ? 'detail.yes' : 'detail.no')
      if (typeof value === 'string') return text(path.split('.').at(-1) ?? '', value)
      return typeof value === 'number' ? String(value) : JSON.stringify(value)
    },
    /** Who acted, in the words of a table. */
    who: ({ username, accountId }: AuditEntry): string => {
      if (username === null) return t('nobody')
      return accountId === null && has(audit.actor, username) ? t(`actor.${username}`) : username
    },
    subject: (subject: string): string => {
      const [kind = '', ...rest] = subject.split('/')
      if (!has(audit.subject, kind) || rest.length === 0) return subject
      // The first digits tell things apart in a table; the whole stands in the opened entry.
      return `${t(`subject.${kind}`)} ${rest.join('/').replace(UUID, '$1…')}`
    },
  }
}
export type AuditNames = ReturnType<typeof useAuditNames>
