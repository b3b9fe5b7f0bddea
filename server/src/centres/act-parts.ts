import { randomUUID } from 'node:crypto'
import type {
  agreeRelocationSchema,
  ChangeCentre,
  StageReport,
  StageVerification,
} from '@lvliang/shared/centres/act.schema'
import {
  checkDay,
  checkPending,
  checkReport,
  checkVerification,
  type Issue,
  verificationBody,
} from '@lvliang/shared/centres/act-rules'
import type { CentreFacts } from '@lvliang/shared/centres/record.schema'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { z } from 'zod'
import type { Viewer } from '../access/viewer.ts'
import type { Draft } from '../ledger/journal.ts'
import type { CentreAct, CentreActs, Standing } from './acts.service.ts'

type Part = Pick<Draft, 'id' | 'kind' | 'date' | 'body'>

/** Doubts about a fact that were accepted: they stay with the centre until the fact is stated anew. */
const keptDoubts = (issues: readonly Issue[], date: string): Part[] =>
  issues
    .filter(({ doubtful, pointer }) => doubtful && pointer.startsWith('/facts/'))
    .map(({ pointer, code, message }) => ({
      id: randomUUID(),
      kind: 'doubt',
      date,
      body: { code, text: message.split(' / ')[0] as string, field: pointer.slice('/facts/'.length) },
    }))

/** The facts as they were, where an act states them anew. */
const former = (facts: Partial<CentreFacts>) => (state: CentreState) => ({
  facts: Object.fromEntries(Object.keys(facts).map(field => [field, state.facts[field as keyof CentreFacts] ?? null])),
})

export function change(acts: CentreActs, { id, date, facts, siting, acceptDoubts }: ChangeCentre): CentreAct {
  const sited = ({ state }: Standing): Standing['state'] => ({ ...state, facts: { ...state.facts, ...facts } })
  return {
    acceptDoubts,
    record: ({ today }) => ({ id, kind: 'facts', date: date ?? siting?.date ?? today, body: { facts } }),
    check: standing => [
      ...checkDay('/date', date ?? standing.today, standing.today),
      ...acts.checkFacts(standing, facts),
      ...(siting
        ? checkReport(sited(standing), { stage: 'sited', date: siting.date }, standing.today).map(issue => ({
            ...issue,
            pointer: `/siting${issue.pointer}`,
          }))
        : []),
    ],
    more: ({ today }, issues) => [
      ...keptDoubts(issues, date ?? siting?.date ?? today),
      ...(siting
        ? [{ id: siting.id, kind: 'stageReported' as const, date: siting.date, body: { stage: 'sited' as const } }]
        : []),
    ],
    before: former(facts),
  }
}

export function report(acts: CentreActs, { id, stage, date, note, photoIds, acceptDoubts }: StageReport): CentreAct {
  return {
    acceptDoubts,
    record: () => ({ id, kind: 'stageReported', date, body: { stage, note, photoIds } }),
    check: ({ code, state, today }) => [
      ...checkReport(state, { stage, date }, today),
      ...acts.checkPhotos(code, photoIds),
    ],
    before: state => ({ reported: state.reported[stage]?.date ?? null }),
  }
}

export function verification(acts: CentreActs, asked: StageVerification, viewer: Viewer): CentreAct {
  const verifier = {
    accountId: viewer.accountId,
    homeCounty: viewer.principal === 'inspector' ? viewer.county : null,
  }
  return {
    record: ({ state }) => ({
      id: asked.id,
      kind: 'stageVerified',
      date: asked.checkedOn,
      body: verificationBody(state, asked),
    }),
    check: ({ code, countyCode, state, today }) => [
      ...checkVerification({ state, countyCode, asked, today, verifier }),
      ...acts.checkPhotos(code, asked.photoIds),
    ],
  }
}

export function agreement(acts: CentreActs, asked: z.infer<typeof agreeRelocationSchema>): CentreAct {
  const { id, requestId, date, facts, dueDays = {}, note, acceptDoubts } = asked
  // Another village is what it is about: the former one is no reason to refuse it.
  const moving = ({ state, ...rest }: Standing): Standing => ({
    ...rest,
    state: { ...state, facts: { ...state.facts, villageCode: null } },
  })
  return {
    acceptDoubts,
    record: () => ({ id, kind: 'relocationAgreed', date, body: { requestId, facts, dueDays, note } }),
    check: standing => [
      ...checkDay('/date', date, standing.today),
      ...acts.checkFacts(moving(standing), facts),
      ...(facts.village
        ? []
        : [
            {
              pointer: '/facts/village',
              code: 'villageMissing',
              message: '请填新的建设村。 / State the new village.',
              doubtful: false,
            },
          ]),
      ...(requestId === undefined ? [] : checkPending(standing.state, requestId)),
    ],
    more: (_, issues) => keptDoubts(issues, date),
    before: former(facts),
  }
}
