import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Stage } from '@lvliang/shared/plan/stage'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type ActName, NO_ACT } from '../../../filters/act-search.ts'

export interface Asked {
  act?: ActName | undefined
  at?: Stage | undefined
  request?: string | undefined
}

/** What an account must be allowed to do for each dialog. */
export const NEEDS: Record<ActName, OperationId> = {
  verify: 'verifyStage',
  reverse: 'reverseStage',
  relocation: 'agreeRelocation',
  delay: 'approveDelay',
}

/** Which dialog the address asks for, and a way to ask for another or none. */
export function useAsked() {
  const asked: Asked = useSearch({ strict: false })
  const navigate = useNavigate()
  const ask = useCallback(
    (next: Asked) =>
      void navigate({
        to: '.',
        search: previous => ({ ...previous, ...NO_ACT, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return { asked, ask }
}
