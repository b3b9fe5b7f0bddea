import type { MadeWallLink, WallLink } from '@lvliang/shared/accounts/account.schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revokeWallLink, wallLinkQueries } from '../../api/account.queries.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { LoadError } from '../../components/load-error.tsx'
import classes from './accounts.module.css'
import { NewWallLink } from './new-wall-link.tsx'
import { OnceShown } from './once-shown.tsx'
import { WallLinkTable } from './wall-link-table.tsx'

function Revocation({ link, onDone, onClose }: { link: WallLink; onDone: () => unknown; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const revoke = useCommand(() => revokeWallLink(link.id), onDone)
  return (
    <Dialog title={t('wall.revoke')} onClose={onClose}>
      <div className={classes.once}>
        <p>{t('wall.revokeAsk', { label: link.label })}</p>
        <RefusalNote error={revoke.error} />
        <div className={form.actions}>
          <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate(undefined)}>
            {t('wall.revoke')}
          </Button>
          <Button onClick={onClose}>{t('wall.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function Made({ made, onClose }: { made: MadeWallLink; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <Dialog title={t('wall.madeTitle', { label: made.link.label })} onClose={onClose}>
      <OnceShown
        link={{ url: made.url, expiresAt: null }}
        words={{ url: t('wall.url'), qr: t('wall.qr'), once: t('wall.once'), done: t('wall.done') }}
        onDone={onClose}
      />
    </Dialog>
  )
}

/** The read-only addresses of wall screens: made, shown once, revoked. */
export function WallLinks() {
  const { t } = useTranslation(['accounts', 'common'])
  const queries = useQueryClient()
  const list = useQuery(wallLinkQueries.list())
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<MadeWallLink | null>(null)
  const [asked, setAsked] = useState<WallLink | null>(null)
  const [revoked, setRevoked] = useState<WallLink | null>(null)
  const readAnew = () => queries.invalidateQueries({ queryKey: wallLinkQueries.all })
  const links = list.data?.items
  return (
    <section className={classes.wall} aria-label={t('wall.title')}>
      <p className={classes.wallHelp}>{t('wall.help')}</p>
      <div className={form.actions}>
        <Button look="primary" onClick={() => setMaking(true)}>
          {t('wall.new')}
        </Button>
        <span role="status">{revoked && t('wall.revoked', { label: revoked.label })}</span>
      </div>
      {list.error && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <p className={classes.state}>{t('common:loading')}</p>}
      {links?.length === 0 && <p className={classes.state}>{t('wall.empty')}</p>}
      {links && links.length > 0 && <WallLinkTable links={links} onRevoke={setAsked} />}
      {isMaking && (
        <NewWallLink
          onMade={now => {
            setMaking(false)
            setMade(now)
            return readAnew()
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {made && <Made made={made} onClose={() => setMade(null)} />}
      {asked && (
        <Revocation
          link={asked}
          onDone={() => {
            setRevoked(asked)
            setAsked(null)
            return readAnew()
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
