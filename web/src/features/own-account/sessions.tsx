import type { Session } from '@lvliang/shared/accounts/account.schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { endSession, sessionQueries } from '../../api/own-account.queries.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { LoadError } from '../../components/load-error.tsx'
import { shanghaiTime } from '../../format/format.ts'
import { deviceName } from './device-name.ts'
import classes from './own-account.module.css'
import { Section } from './section.tsx'

function useDeviceWords() {
  const { t } = useTranslation('ownAccount')
  return ({ userAgent }: Session) => {
    const { browser, system } = deviceName(userAgent)
    if (browser && system) return t('sessions.device', { browser, system })
    return browser ?? system ?? t('sessions.unknown')
  }
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: (session: Session) => void }) {
  const { t } = useTranslation('ownAccount')
  const device = useDeviceWords()(session)
  return (
    <li>
      <div>
        <span className={classes.device} title={session.userAgent}>
          {device} {session.current && <span className={classes.here}>{t('sessions.here')}</span>}
        </span>
        <div className={classes.second}>
          {t('sessions.address')} {session.address}
        </div>
      </div>
      <div className={classes.second}>
        <div>{t('sessions.since', { time: shanghaiTime(session.startedAt) })}</div>
        <div>{t('sessions.seen', { time: shanghaiTime(session.lastSeenAt) })}</div>
        {session.stay && <div>{t('sessions.stay', { time: shanghaiTime(session.endsAt) })}</div>}
      </div>
      {session.current ? (
        <span />
      ) : (
        <Button aria-label={t('sessions.endOne', { device })} onClick={() => onEnd(session)}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

/** Ends them one after the other, as far as it goes. */
async function endEach(sessions: readonly Session[]): Promise<number> {
  for (const { id } of sessions) await endSession(id)
  return sessions.length
}

/** Where this account is signed in; any device but this one can be signed out. */
export function Sessions() {
  const { t } = useTranslation(['ownAccount', 'common'])
  const queries = useQueryClient()
  const list = useQuery(sessionQueries.own())
  const end = useCommand(async (sessions: readonly Session[]) => {
    try {
      return await endEach(sessions)
    } finally {
      await queries.invalidateQueries({ queryKey: sessionQueries.all })
    }
  })
  const items = list.data?.items ?? []
  const others = items.filter(session => !session.current)
  return (
    <Section title={t('sessions.title')} help={t('sessions.help')}>
      {list.error && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <p className={classes.second}>{t('common:loading')}</p>}
      {items.length > 0 && (
        <ul className={classes.sessions} aria-label={t('sessions.caption')}>
          {items.map(session => (
            <SessionRow key={session.id} session={session} onEnd={one => end.isPending || end.mutate([one])} />
          ))}
        </ul>
      )}
      <RefusalNote error={end.error} />
      <div className={form.actions}>
        {others.length > 1 && (
          <Button look="danger" busy={end.isPending} onClick={() => end.mutate(others)}>
            {t('sessions.endOthers', { n: others.length })}
          </Button>
        )}
        <span role="status">{end.data !== undefined && t('sessions.ended', { n: end.data })}</span>
        {items.length === 1 && <span className={classes.second}>{t('sessions.alone')}</span>}
      </div>
    </Section>
  )
}
