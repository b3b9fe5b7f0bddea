import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import { isOwnAct } from './own-acts.ts'
import type { Changes, Heard } from './refresher.ts'

/** What others did since the notice was last put away: the latest of each centre or county. */
export interface News {
  subjects: ReadonlyMap<string, Heard>
  /** More than can be told one by one. */
  everything: boolean
}

const subjectOf = ({ code, county }: LiveEvent) => code ?? county

/** A doubt comes with a fact, and a siting with its facts: what is told is the step, not the form. */
const TELLS_LITTLE: ReadonlySet<string> = new Set(['facts', 'doubt'])

function tellsMore(before: Heard | undefined, { event }: Heard): boolean {
  return before === undefined || before.event.act !== event.act || !TELLS_LITTLE.has(event.kind)
}

/** The news with changes added; null where they are no news here. */
export function withChanges(news: News | null, { heard, everything }: Changes): News | null {
  const others = heard.filter(({ event }) => !isOwnAct(event))
  if (others.length === 0 && !everything) return null
  const subjects = new Map(news?.subjects)
  for (const one of others) {
    const subject = subjectOf(one.event)
    if (tellsMore(subjects.get(subject), one)) subjects.set(subject, one)
  }
  return { subjects, everything: everything || news?.everything === true }
}
