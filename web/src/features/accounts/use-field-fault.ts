import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { faultAt, inLanguage, useRefusal } from '../../components/form/use-refusal.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { accounts } from '../../i18n/zh/accounts.ts'

type Known = keyof typeof accounts.fault
const isKnown = (code: string): code is Known => Object.hasOwn(accounts.fault, code)

/** What the server finds wrong with a field, in the reader's language. */
export function useFieldFault(error: Error | null) {
  const { t } = useTranslation('accounts')
  const { name } = useLanguage()
  const says = useRefusal()
  return (field: string): string | undefined => {
    if (field === 'username' && error instanceof ApiError && error.code === 'usernameTaken') return says(error)
    const fault = faultAt(error, field)
    if (!fault) return undefined
    if (isKnown(fault.code)) return t(`fault.${fault.code}`)
    if (field === 'username') return t('form.usernameWrong')
    return fault.message.includes(' / ') ? inLanguage(fault.message, name) : t('form.missing')
  }
}
