import type { Centre, Reason } from '@lvliang/shared/centres/centre.schema'
import type { TFunction } from 'i18next'
import { Hint } from '../../components/hint.tsx'
import { markOf } from '../../status/centre-mark.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import classes from './centre-table.module.css'
import type { NextNode } from './next-node.ts'
import type { PlanWords } from './use-plan-words.ts'

/** The words come with the cell: looked up once for the table, not in each of its hundreds of cells. */
interface Worded {
  t: TFunction<'centres'>
  words: PlanWords
}

type Holder = 'province' | 'city' | 'county'

/** What of the stage reported was verified: all of it, an earlier stage, or nothing. */
function verifiedWords({ stage, verifiedStage }: Centre, words: PlanWords, t: TFunction<'centres'>): string {
  if (verifiedStage === null) return t('notVerified')
  return verifiedStage === stage ? t('verified') : t('verifiedTo', { stage: words.stage(verifiedStage) })
}

export function StageCell({ centre, t, words }: Worded & { centre: Centre }) {
  return (
    <>
      {words.stage(centre.stage)}
      <span className={classes.second}> · {verifiedWords(centre, words, t)}</span>
    </>
  )
}

/** Shape, colour and word of the light, and its first reason. */
export function LightCell({ centre, t, words }: Worded & { centre: Centre }) {
  const [first, ...others] = centre.light.reasons
  return (
    <span className={classes.lightCell}>
      <StatusLabel {...markOf(centre)} />
      {first && centre.light.colour !== 'blue' && (
        <span className={classes.reason} title={centre.light.reasons.map(words.reason).join('\n')}>
          {words.reason(first)}
          {others.length > 0 && <> {t('reasonsMore', { n: others.length + 1 })}</>}
        </span>
      )}
    </span>
  )
}

export function NextNodeCell({ next, t, words }: Worded & { next: NextNode | null }) {
  if (!next) return <span className={classes.second}>{t('node.none')}</span>
  return (
    <>
      {words.milestone(next.id)} <NodeDays next={next} t={t} />
    </>
  )
}

/** A plan node overdue is red, one of ours only yellow: as the light has it. */
function NodeDays({ next: { daysLeft, origin }, t }: Pick<Worded, 't'> & { next: NextNode }) {
  if (daysLeft < 0)
    return (
      <span className={origin === 'plan' ? classes.late : classes.warned}>{t('node.overdue', { n: -daysLeft })}</span>
    )
  return <span className={classes.second}>{daysLeft === 0 ? t('node.today') : t('node.left', { n: daysLeft })}</span>
}

/** Short words for what stands beside the light; the sentences are under the mouse and on the centre's page. */
export function Badges({ badges, t, words }: Worded & { badges: readonly Reason[] }) {
  if (badges.length === 0) return null
  const holder = ({ params }: Reason) => t(`holder.${(params.holder ?? 'county') as Holder}`)
  const short = new Set(badges.map(badge => t(`badges.short.${badge.code as 'moneyHeld'}`, { holder: holder(badge) })))
  const sentences = (
    <ul>
      {badges.map(badge => (
        <li key={words.reason(badge)}>{words.reason(badge)}</li>
      ))}
    </ul>
  )
  return (
    <Hint content={sentences} className={classes.badges}>
      {[...short].map(word => (
        <span key={word} className={classes.badge}>
          {word}
        </span>
      ))}
    </Hint>
  )
}
