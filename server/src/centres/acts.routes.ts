import { createRoute, z } from '@hono/zod-openapi'
import type { OperationId } from '@lvliang/shared/accounts/access'
import {
  actDoneSchema,
  agreeRelocationSchema,
  approveDelaySchema,
  changeCentreSchema,
  declineRequestSchema,
  requestDelaySchema,
  requestRelocationSchema,
  resumeWorkSchema,
  reverseStageSchema,
  stageRecordSchema,
  suspendWorkSchema,
  withdrawReportSchema,
} from '@lvliang/shared/centres/act.schema'
import {
  checkDelay,
  checkPending,
  checkRelocationRequest,
  checkResumption,
  checkReversal,
  checkSuspension,
  checkWithdrawal,
} from '@lvliang/shared/centres/act-rules'
import type { Context } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { versionTag } from '../http/if-match.ts'
import { jsonBody } from '../http/json-body.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_FOUND, RULE_BROKEN, refused, takingJson } from '../http/route.ts'
import { agreement, change, report, verification } from './act-parts.ts'
import type { CentreAct, CentreActs } from './acts.service.ts'

const param = z.object({ code: z.string().max(40) })
const RESPONSES = {
  ...jsonAnswer(actDoneSchema, 'Done before by the same act'),
  201: { ...jsonAnswer(actDoneSchema, 'Done; the centre as it is now, its version as ETag')[200] },
  ...BAD_REQUEST,
  403: refused('Not for this account'),
  ...NOT_FOUND,
  409: refused('The same id with other content'),
  412: refused('Changed meanwhile; `current` is the centre as it is now'),
  ...RULE_BROKEN,
  428: refused('If-Match is missing'),
}

function actRoute<M extends 'post' | 'patch', P extends string, S extends z.ZodType>(
  method: M,
  path: P,
  about: { operationId: OperationId; summary: string; schema: S },
) {
  return createRoute({
    method,
    path: `/centres/{code}${path}` as const,
    operationId: about.operationId,
    tags: ['centres'],
    summary: about.summary,
    description:
      'Name the version it is made from in `If-Match`. `id` is made by the sender: sent again, it is the same act.',
    middleware: jsonBody,
    request: { params: param, ...takingJson(about.schema).request },
    responses: RESPONSES,
  })
}

const routes = {
  change: actRoute('patch', '', {
    operationId: 'changeCentre',
    summary: 'State facts of a slot, its village included',
    schema: changeCentreSchema,
  }),
  stage: actRoute('post', '/stage-records', {
    operationId: 'addStageRecord',
    summary: 'Report a stage (county), or confirm or dispute one after a visit (city, inspectors)',
    schema: stageRecordSchema,
  }),
  withdraw: actRoute('post', '/stage-withdrawals', {
    operationId: 'withdrawStageReport',
    summary: "Take back the county's own report of today",
    schema: withdrawReportSchema,
  }),
  reverse: actRoute('post', '/stage-reversals', {
    operationId: 'reverseStage',
    summary: 'Take a centre back to an earlier stage, with a reason',
    schema: reverseStageSchema,
  }),
  suspend: actRoute('post', '/suspensions', {
    operationId: 'suspendWork',
    summary: 'Work stops (停工)',
    schema: suspendWorkSchema,
  }),
  resume: actRoute('post', '/suspensions/end', {
    operationId: 'resumeWork',
    summary: 'Work resumes',
    schema: resumeWorkSchema,
  }),
  relocate: actRoute('post', '/relocations', {
    operationId: 'requestRelocation',
    summary: 'Ask for another village',
    schema: requestRelocationSchema,
  }),
  agree: actRoute('post', '/relocations/agreement', {
    operationId: 'agreeRelocation',
    summary: 'Agree to another village, with new node days',
    schema: agreeRelocationSchema,
  }),
  askDelay: actRoute('post', '/delay-requests', {
    operationId: 'requestDelay',
    summary: 'Ask for a later node day',
    schema: requestDelaySchema,
  }),
  delay: actRoute('post', '/delays', {
    operationId: 'approveDelay',
    summary: 'Approve a later node day (经批准延期)',
    schema: approveDelaySchema,
  }),
  decline: actRoute('post', '/declined-requests', {
    operationId: 'declineRequest',
    summary: 'Decline a relocation or delay asked for',
    schema: declineRequestSchema,
  }),
}

export function actsRoutes(acts: CentreActs) {
  async function done(c: Context<AppEnv>, act: CentreAct) {
    const operation = c.env.operation as OperationId
    const asked = { env: c.env, operation, code: c.req.param('code') as string, ifMatch: c.req.header('if-match') }
    const { isNew, centre, recordIds } = await acts.do(asked, act)
    return c.json({ centre, recordIds }, isNew ? 201 : 200, { ...PRIVATE, etag: versionTag(centre.version) })
  }
  return createRoutes()
    .openapi(routes.change, c => done(c, change(acts, c.req.valid('json'))))
    .openapi(routes.stage, async c => {
      const asked = c.req.valid('json')
      const { code } = c.req.valid('param')
      const { countyCode } = acts.sheet(c.env, code)
      const operation = asked.basis === 'verified' ? 'verifyStage' : 'reportStage'
      await c.env.permit?.(operation, countyCode)
      c.env.operation = operation
      if (asked.basis !== 'verified') return done(c, report(acts, asked))
      return done(c, verification(acts, asked, c.env.viewer))
    })
    .openapi(routes.withdraw, c => {
      const { id, reportId, note } = c.req.valid('json')
      return done(c, {
        record: ({ today }) => ({ id, kind: 'stageWithdrawn', date: today, body: { reportId, note } }),
        check: ({ state, today }) => checkWithdrawal(state, reportId, today),
      })
    })
    .openapi(routes.reverse, c => {
      const { id, stage, date, reason } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'stageReversal', date, body: { stage, reason } }),
        check: ({ state, today }) => checkReversal(state, stage, date, today),
      })
    })
    .openapi(routes.suspend, c => {
      const { id, date, until = null, reason } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'suspension', date, body: { reason, until } }),
        check: ({ state, today }) => checkSuspension(state, { date, until }, today),
      })
    })
    .openapi(routes.resume, c => {
      const { id, date, note } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'suspensionEnded', date, body: { note } }),
        check: ({ state, today }) => checkResumption(state, date, today),
      })
    })
    .openapi(routes.relocate, c => {
      const { id, date, reason } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'relocationRequested', date, body: { reason } }),
        check: ({ state, today }) => checkRelocationRequest(state, date, today),
      })
    })
    .openapi(routes.agree, c => done(c, agreement(acts, c.req.valid('json'))))
    .openapi(routes.askDelay, c => {
      const { id, date, ...body } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'delayRequested', date, body }),
        check: ({ state, today }) => checkDelay({ state, plan: acts.plan, asked: { ...body, date }, today }),
      })
    })
    .openapi(routes.delay, c => {
      const { id, date, ...body } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'delay', date, body }),
        check: ({ state, today }) => [
          ...checkDelay({ state, plan: acts.plan, asked: { ...body, date }, today }),
          ...(body.requestId === undefined ? [] : checkPending(state, body.requestId)),
        ],
      })
    })
    .openapi(routes.decline, c => {
      const { id, requestId, date, reason } = c.req.valid('json')
      return done(c, {
        record: () => ({ id, kind: 'requestDeclined', date, body: { requestId, reason } }),
        check: ({ state }) => checkPending(state, requestId),
      })
    })
}
