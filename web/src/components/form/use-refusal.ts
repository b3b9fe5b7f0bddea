import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type ApiFault } from '../../api/client.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { refusal } from '../../i18n/zh/refusal.ts'

type Code = keyof typeof refusal.code
const isKnown = (code: string): code is Code => Object.hasOwn(refusal.code, code)

/** The half of a sentence of the server's, Chinese ` / ` English, that is in the reader's language. */
export function inLanguage(sentence: string, name: 'zh' | 'en'): string {
  const [zh = '', en] = sentence.split(' / ')
  return (name === 'en' ? (en ?? zh) : zh).trim()
}

/** What is wrong with one field of the body. */
export function faultAt(error: Error | null, field: string): ApiFault | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.errors.find(({ pointer }) => pointer === `/json/${field}` || pointer === `/${field}`)
}

/** Says a refusal in the reader's language. */
export function useRefusal() {
  const { t } = useTranslation('refusal')
  const { name } = useLanguage()
  return useCallback(
    (error: Error): string => {
      if (!(error instanceof ApiError)) return t('unexpected')
      if (error.code === 'tooManyTries') {
        const minutes = Math.ceil((error.retryAfterSeconds ?? 0) / 60)
        return minutes > 0 ? t('tooManyTries', { n: minutes }) : t('tooManyTriesLater')
      }
      if (isKnown(error.code)) return t(`code.${error.code}`)
      return inLanguage(error.message, name) || t('unexpected')
    },
    [t, name],
  )
}
