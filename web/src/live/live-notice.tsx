import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { shortCountyName } from '../format/county-name.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { live } from '../i18n/zh/live.ts'
import { useMay } from '../session/use-me.ts'
import { knownName } from './known-name.ts'
import classes from './live.module.css'
import type { News } from './news.ts'

type T = TFunction<'live'>
type Language = 'zh' | 'en'
type Did = keyof typeof live.did

const isDid = (kind: string): kind is Did => kind in live.did

/** What was done, in words: `上报 基础完成（07-30）`. */
function didWords({ type, kind, stage, date }: LiveEvent, t: T, { plan, name }: { plan: Plan; name: Language }) {
  const said: Did = isDid(kind) ? kind : type === 'evidence' ? 'document' : 'facts'
  const stageName = plan.stages.find(({ id }) => id === stage)?.name[name] ?? ''
  return t(`did.${said}`, { stage: stageName, day: date.slice(5) })
}

function useSentence(plan: Plan, news: News): { text: string; code: string | null; isNew: boolean } {
  const { t } = useTranslation('live')
  const { name } = useLanguage()
  const queries = useQueryClient()
  const heard = [...news.subjects.values()]
  const [first] = heard
  if (news.everything || first === undefined) return { text: t('anew'), code: null, isNew: false }
  if (heard.length > 1) {
    const isCentres = heard.every(({ event }) => event.code !== null)
    return { text: t(isCentres ? 'many' : 'places', { n: heard.length }), code: null, isNew: false }
  }
  const { event, isNew } = first
  const county = shortCountyName(plan.counties, event.county, name)
  const what = [county, event.code, event.code && knownName(queries, event.code)].filter(Boolean).join(' ')
  return { text: t('one', { what, did: didWords(event, t, { plan, name }) }), code: event.code, isNew }
}

interface WayProps {
  code: string | null
  isMany: boolean
  children: string
}

/** To the centre, or where there are many to the list, the latest first. */
function Way({ code, isMany, children }: WayProps) {
  if (code) {
    return (
      <Link to="/centres/$code" params={{ code }}>
        {children}
      </Link>
    )
  }
  if (!isMany) return children
  return (
    <Link to="/centres" search={{ sort: '-updatedAt' }}>
      {children}
    </Link>
  )
}

interface LiveNoticeProps {
  plan: Plan
  news: News
  /** The past day the page is about, which does not follow. */
  pastDay: string | undefined
  onClose: () => void
}

/** One calm line: what changed, and the way there. */
export function LiveNotice({ plan, news, pastDay, onClose }: LiveNoticeProps) {
  const { t } = useTranslation('live')
  const { text, code, isNew } = useSentence(plan, news)
  const mayOpen = useMay('getCentre')
  return (
    <p className={classes.notice}>
      <Way code={mayOpen ? code : null} isMany={mayOpen && news.subjects.size > 1}>
        {text}
      </Way>
      {isNew && !pastDay && <span className={classes.quiet}>{t('now')}</span>}
      {pastDay && (
        <span className={classes.quiet}>
          {t('past', { day: pastDay })}{' '}
          <Link to="." search={previous => ({ ...previous, asOf: undefined })}>
            {t('toNow')}
          </Link>
        </span>
      )}
      <button type="button" aria-label={t('close')} className={classes.close} onClick={onClose}>
        ×
      </button>
    </p>
  )
}
