import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import type { ActName } from '../../../filters/act-search.ts'
import { useMe } from '../../../session/use-me.ts'
import type { PlanWords } from '../use-plan-words.ts'
import { pendingDelays, pendingRelocation } from './act-context.ts'
import { useActWords } from './act-words.ts'
import classes from './acts.module.css'
import { stagesBefore } from './stage-choice.ts'
import { type Asked, NEEDS, useAsked } from './use-asked.ts'

const ActDialog = lazy(() => import('./act-dialog.tsx').then(module => ({ default: module.ActDialog })))

interface ActionBarProps {
  centre: CentreDetail
  plan: Plan
  words: PlanWords
  /** What else may be begun here, of another feature. */
  Raise?: ComponentType<{ centre: CentreDetail; plan: Plan }>
}

/** What this account may do to a centre; nothing on a past day, and an inspector nothing at home. */
function useOpenActs({ centre, plan }: ActionBarProps) {
  const me = useMe()
  const isToday = centre.asOf === plan.today
  const isHome = me.role === 'inspector' && me.county === centre.countyCode
  const may = (act: ActName) => isToday && me.may.includes(NEEDS[act]) && !isHome
  return {
    may,
    raise: isToday && !isHome && (me.may.includes('raiseFinding') || me.may.includes('giveOrder')),
    isAtHome: isHome && isToday && me.may.includes(NEEDS.verify),
    verify: may('verify'),
    reverse: may('reverse') && stagesBefore(centre).length > 0,
    relocation: may('relocation') && pendingRelocation(centre) !== undefined,
    delay: may('delay') && centre.stage !== 'operating',
  }
}

function Waiting({ centre, words, open, onAsk }: Pick<ActionBarProps, 'centre' | 'words'> & WaitingProps) {
  const { t } = useTranslation(['acts', 'centres'])
  const relocation = pendingRelocation(centre)
  const delays = pendingDelays(centre)
  if (!relocation && delays.length === 0) return null
  return (
    <ul className={classes.waiting} aria-label={t('waiting')}>
      {relocation && (
        <li>
          {t('waitsRelocation', { day: relocation.requestedOn, reason: relocation.reason })}
          {open.relocation && (
            <Button look="link" onClick={() => onAsk({ act: 'relocation' })}>
              {t('relocation')}
            </Button>
          )}
        </li>
      )}
      {delays.map(({ id, requestedOn, milestone, newDue, category, evidence }) => (
        <li key={id}>
          {t('waitsDelay', {
            day: requestedOn,
            node: words.milestone(milestone),
            due: newDue,
            category: t(`centres:category.${category}`),
            evidence,
          })}
          {open.delay && (
            <Button look="link" onClick={() => onAsk({ act: 'delay', request: id })}>
              {t('delayRequested')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
interface WaitingProps {
  open: ReturnType<typeof useOpenActs>
  onAsk: (asked: Asked) => void
}

/** What waits for an answer, what may be done, and what was just done. */
export function ActionBar(props: ActionBarProps) {
  useActWords()
  const { t } = useTranslation('acts')
  const { centre, plan, words, Raise } = props
  const { asked, ask } = useAsked()
  const [said, setSaid] = useState<string | null>(null)
  const open = useOpenActs(props)
  const buttons = (['verify', 'reverse', 'delay'] as const).filter(act => open[act])
  const raises = Raise !== undefined && open.raise
  const waits = pendingRelocation(centre) !== undefined || pendingDelays(centre).length > 0
  const { act } = asked
  const done = (says: string) => {
    setSaid(says)
    ask({})
  }
  if (buttons.length === 0 && !raises && !waits && !open.isAtHome && said === null) return null
  return (
    <section className={classes.bar} aria-label={t('bar')}>
      <Waiting centre={centre} words={words} open={open} onAsk={ask} />
      {said !== null && (
        <div className={classes.notice}>
          <span role="status">{said}</span>
          <Button look="link" aria-label={t('dismiss')} onClick={() => setSaid(null)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
      )}
      {open.isAtHome && <p className={form.help}>{t('homeCounty')}</p>}
      {(buttons.length > 0 || raises) && (
        <div className={form.actions}>
          {buttons.map(each => (
            <Button key={each} look={each === 'verify' ? 'primary' : 'plain'} onClick={() => ask({ act: each })}>
              {t(each)}
            </Button>
          ))}
          {raises && <Raise centre={centre} plan={plan} />}
        </div>
      )}
      {act && open.may(act) && (
        <Suspense>
          <ActDialog
            key={`${act}-${asked.at}-${asked.request}`}
            asked={{ ...asked, act }}
            centre={centre}
            plan={plan}
            words={words}
            onDone={done}
            onCancel={() => ask({})}
          />
        </Suspense>
      )}
    </section>
  )
}
