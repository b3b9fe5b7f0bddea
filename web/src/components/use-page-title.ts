import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useEffect } from 'react'
import { useLanguage } from '../i18n/use-language.ts'

/** Names the page before the plan in the window's title while it is shown. */
export function usePageTitle(page: string | undefined, plan: Plan | undefined): void {
  const { name } = useLanguage()
  const title = plan?.title[name]
  useEffect(() => {
    if (!page || !title) return
    document.title = `${page} · ${title}`
    return () => {
      document.title = title
    }
  }, [page, title])
}
