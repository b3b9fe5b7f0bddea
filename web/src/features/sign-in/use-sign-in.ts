import type { DemonstrationSignIn, Me, SignIn } from '@lvliang/shared/accounts/account.schema'
import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, apiSend } from '../../api/client.ts'
import { useRefusal } from '../../components/form/use-refusal.ts'

type OnSignedIn = (me: Me) => void

export const useSignIn = (onSignedIn: OnSignedIn) =>
  useMutation({
    mutationFn: (body: SignIn) => apiSend<Me>('POST', '/auth/sign-in/username', body),
    onSuccess: me => onSignedIn(me),
  })

export const useDemonstrationSignIn = (onSignedIn: OnSignedIn) =>
  useMutation({
    mutationFn: (body: DemonstrationSignIn) => apiSend<Me>('POST', '/auth/demonstration', body),
    onSuccess: me => onSignedIn(me),
  })

const OWN_WORDS = { signInFailed: 'failed', secondFactorRequired: 'codeMissing', network: 'network' } as const
const hasOwnWords = (code: string): code is keyof typeof OWN_WORDS => Object.hasOwn(OWN_WORDS, code)

/** Says why a sign-in was refused. */
export function useSignInRefusal() {
  const { t } = useTranslation('session')
  const others = useRefusal()
  return useCallback(
    (error: Error) =>
      error instanceof ApiError && hasOwnWords(error.code) ? t(`signIn.${OWN_WORDS[error.code]}`) : others(error),
    [t, others],
  )
}
