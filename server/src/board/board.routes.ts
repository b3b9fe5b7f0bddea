import { createRoute } from '@hono/zod-openapi'
import { changesBetween } from '@lvliang/shared/board/changes'
import { progressCurve } from '@lvliang/shared/board/curve'
import { changesSchema, progressCurveSchema, summarySchema } from '@lvliang/shared/board/summary.schema'
import { type CentreFilter, centreFilterSchema } from '@lvliang/shared/centres/filter.schema'
import { dateSchema } from '@lvliang/shared/plan/plan.schema'
import { DomainError } from '../errors.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_MODIFIED } from '../http/route.ts'
import { filterCentres } from '../ledger/filter-centres.ts'
import { selectCentres } from '../ledger/select-centres.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { summaryAnswer } from './summary.ts'

const summary = createRoute({
  method: 'get',
  path: '/summary',
  operationId: 'getSummary',
  tags: ['board'],
  summary: 'Counts and sums over the slots a filter leaves, whole and by county',
  request: { query: centreFilterSchema.strict() },
  responses: { ...jsonAnswer(summarySchema, 'The summary of the day'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const changesQuerySchema = centreFilterSchema.omit({ asOf: true }).extend({ from: dateSchema, to: dateSchema }).strict()

const changes = createRoute({
  method: 'get',
  path: '/changes',
  operationId: 'getChanges',
  tags: ['board'],
  summary: 'What changed between the ends of two days: done, late, overdue, verified, disputed, lights',
  request: { query: changesQuerySchema },
  responses: { ...jsonAnswer(changesSchema, 'The changes'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const curve = createRoute({
  method: 'get',
  path: '/progress-curve',
  operationId: 'getProgressCurve',
  tags: ['board'],
  summary: 'Scheduled, reported and verified progress for every day of the plan year',
  request: { query: centreFilterSchema.strict() },
  responses: {
    ...jsonAnswer(progressCurveSchema, 'The curve; days after asOf carry the schedule alone'),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
  },
})

type ChangesQuery = Omit<CentreFilter, 'asOf'> & { from: string; to: string }

/** Both days are seen with the knowledge of the later one; the filter chooses slots by how they stand on it. */
function changesAnswer(reader: Reader, { from, to, ...filter }: ChangesQuery) {
  if (from > to) {
    const message = 'from 不能晚于 to。 / from must not be after to.'
    throw new DomainError('invalidParameter', message, [{ pointer: '/query/from', code: 'afterTo', message }])
  }
  const { knownAt } = resolveMoment(reader.times, { asOf: to, knownAt: filter.knownAt })
  const basis = filter.basis ?? 'reported'
  const before = reader.ledger.snapshot({ asOf: from, knownAt }, basis).centres
  const after = reader.ledger.snapshot({ asOf: to, knownAt }, basis)
  const kept = filterCentres(after.centres, filter, after.programme.plan).centres.map(({ centre }) => centre)
  const codes = new Set(kept.map(({ code }) => code))
  const was = before.map(({ centre }) => centre).filter(({ code }) => codes.has(code))
  return changesBetween({ from, to }, was, kept)
}

function curveAnswer(reader: Reader, filter: CentreFilter) {
  const { snapshot, centres } = selectCentres(reader, filter)
  const { plan, policy } = snapshot.programme
  return progressCurve({
    plan,
    policy,
    slots: centres.map(({ centre }) => reader.ledger.recordsOfCentre(centre.code)),
    asOf: snapshot.moment.asOf,
    basis: snapshot.basis,
    knownAt: () => snapshot.moment.knownAt,
  })
}

export const boardRoutes = (reader: Reader) =>
  createRoutes()
    .openapi(summary, c => reader.answers.json(c, () => summaryAnswer(reader, c.req.valid('query'))))
    .openapi(changes, c => reader.answers.json(c, () => changesAnswer(reader, c.req.valid('query'))))
    .openapi(curve, c => reader.answers.json(c, () => curveAnswer(reader, c.req.valid('query'))))
