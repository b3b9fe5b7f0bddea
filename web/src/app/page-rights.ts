import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The operation a page lives by; left out: open to everybody who is signed in. */
    needs?: OperationId
    /** Shown without a session, too. */
    open?: boolean
  }
}

/** What stands in place of a page for one who came to its address. */
export type Standing = 'page' | 'home' | 'secondFactor' | 'forbidden'

interface Asked {
  path: string
  needs: OperationId | undefined
}

/** The page, or what comes before it: the second factor first, the way home where `/` is not theirs, else the refusal. */
export function standingOf(me: Me, { path, needs }: Asked): Standing {
  if (me.secondFactor.required) return 'secondFactor'
  if (needs === undefined || me.may.includes(needs)) return 'page'
  return path === '/' ? 'home' : 'forbidden'
}
