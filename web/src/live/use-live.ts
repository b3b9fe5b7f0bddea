import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { readInitialData } from '../app/initial-data.ts'
import { useSession } from '../session/use-me.ts'
import { listen, type Place } from './event-stream.ts'
import { highlight } from './highlight.ts'
import { type News, withChanges } from './news.ts'
import { type Changes, createRefresher } from './refresher.ts'
import { useAttended } from './use-attended.ts'

const SHOWN_MS = 15_000
/** A connection found again sooner is not worth a word. */
const AWAY_AFTER_MS = 6000

const codesOf = ({ heard }: Changes) => [...new Set(heard.flatMap(({ event }) => event.code ?? []))]

/** Keeps the page up to date, and tells what others changed for as long as it is news. */
export function useLive(isPast: boolean): { news: News | null; isAway: boolean; putAway: () => void } {
  const queries = useQueryClient()
  const past = useRef(isPast)
  const [place] = useState<Place>(() => ({ current: readInitialData()?.lastEvent ?? null, wasLive: false }))
  // Reading anew must not keep the session of somebody who has left.
  const isAttended = useAttended(useSession()?.idleMinutes ?? null)
  const [news, setNews] = useState<News | null>(null)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    past.current = isPast
  }, [isPast])

  useEffect(() => {
    if (!isAttended) return
    let away: ReturnType<typeof setTimeout> | undefined
    let isSilent = false
    const refresher = createRefresher({
      queries,
      isPast: () => past.current,
      onRefreshed: changes => {
        const told = isSilent ? { ...changes, everything: false } : changes
        isSilent = false
        setNews(before => withChanges(before, told) ?? before)
        if (!past.current) highlight(codesOf(changes))
      },
    })
    const stop = listen(place, {
      onEvent: (event, isNew) => refresher.hear({ event, isNew }),
      onReset: isFirst => {
        isSilent = isFirst
        refresher.readEverything()
      },
      onReturn: refresher.readEvidence,
      onState: state => {
        clearTimeout(away)
        if (state === 'live') setAway(false)
        else away = setTimeout(() => setAway(true), AWAY_AFTER_MS)
      },
    })
    return () => {
      clearTimeout(away)
      refresher.stop()
      stop()
    }
  }, [queries, place, isAttended])

  const putAway = useCallback(() => setNews(null), [])
  useEffect(() => {
    if (news === null) return
    const timer = setTimeout(putAway, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [news, putAway])
  return { news, isAway, putAway }
}
