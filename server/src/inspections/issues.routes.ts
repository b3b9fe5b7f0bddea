import { createRoute, z } from '@hono/zod-openapi'
import type { OperationId } from '@lvliang/shared/accounts/access'
import { whenQuerySchema } from '@lvliang/shared/centres/filter.schema'
import {
  issueDetailSchema,
  issueFilterSchema,
  issueListQuerySchema,
  issuePageSchema,
  moveIssueSchema,
  type RaiseIssue,
  raiseIssueSchema,
} from '@lvliang/shared/inspections/issue.schema'
import { fault } from '@lvliang/shared/inspections/issue-faults'
import type { Context } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { DomainError } from '../errors.ts'
import { XLSX_TYPE } from '../http/attachment.ts'
import { versionTag } from '../http/if-match.ts'
import { PRIVATE } from '../http/private-answer.ts'
import {
  BAD_REQUEST,
  createRoutes,
  jsonAnswer,
  NOT_FOUND,
  NOT_MODIFIED,
  RULE_BROKEN,
  refused,
  takingJson,
} from '../http/route.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { issueLedger } from './issue-ledger.ts'
import type { IssueDeps, Issues, Place } from './issues.service.ts'
import { listIssues } from './list-issues.ts'

const param = z.object({ id: z.uuid() })
const exportQuerySchema = issueFilterSchema.extend({ sort: issueListQuerySchema.shape.sort })

const CHANGED = {
  ...jsonAnswer(issueDetailSchema, 'Done before by the same act'),
  201: { ...jsonAnswer(issueDetailSchema, 'Done; the issue as it is now, its version as ETag')[200] },
  ...BAD_REQUEST,
  403: refused('Not for this account'),
  ...NOT_FOUND,
  409: refused('The same id with other content'),
  ...RULE_BROKEN,
}

const add = createRoute({
  method: 'post',
  path: '/issues',
  operationId: 'addIssue',
  tags: ['inspections'],
  summary: "A finding outside a visit (日常发现), or a leader's order (领导交办)",
  ...takingJson(raiseIssueSchema),
  responses: CHANGED,
})

const list = createRoute({
  method: 'get',
  path: '/issues',
  operationId: 'listIssues',
  tags: ['inspections'],
  summary: 'The issues that a filter leaves, a page at a time, with their counts',
  request: { query: issueListQuerySchema },
  responses: { ...jsonAnswer(issuePageSchema, 'A page of issues'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const detail = createRoute({
  method: 'get',
  path: '/issues/{id}',
  operationId: 'getIssue',
  tags: ['inspections'],
  summary: 'One issue: what was found, each step since, and what the asker may do; its version as ETag',
  request: { params: param, query: whenQuerySchema.strict() },
  responses: { ...jsonAnswer(issueDetailSchema, 'The issue at that moment'), ...BAD_REQUEST, ...NOT_FOUND },
})

const { middleware, request } = takingJson(moveIssueSchema)
const move = createRoute({
  method: 'post',
  path: '/issues/{id}/transitions',
  operationId: 'moveIssue',
  tags: ['inspections'],
  summary: 'A step in the life of an issue',
  description:
    'Name the version it is made from in `If-Match`. `id` is made by the sender: sent again, it is the same act.',
  middleware,
  request: { params: param, ...request },
  responses: {
    ...CHANGED,
    412: refused('Changed meanwhile; `current` is the issue as it is now'),
    428: refused('If-Match is missing'),
  },
})

const xlsx = createRoute({
  method: 'get',
  path: '/issues.xlsx',
  operationId: 'exportIssuesXlsx',
  tags: ['inspections'],
  summary: 'The issues as a printable ledger (整改台账)',
  request: { query: exportQuerySchema },
  responses: {
    200: {
      description: 'The ledger',
      content: { [XLSX_TYPE]: { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
  },
})

/** The centre named, or the county where none is. */
function placeOf(ledger: Ledger, { centre, county }: RaiseIssue): Place {
  if (centre !== undefined) {
    const slot = ledger.slot(centre)
    if (slot === undefined) {
      throw new DomainError('centreUnknown', `没有编号为 ${centre} 的项目。 / There is no centre ${centre}.`)
    }
    if (county === undefined || county === slot.countyCode) return { countyCode: slot.countyCode, centreCode: centre }
    throw wrongPlace('/county', 'countyOther', '项目不属于该县。 / The centre is of another county.')
  }
  if (county === undefined) throw wrongPlace('/centre', 'placeMissing', '请选择项目或县。 / Name a centre or a county.')
  if (ledger.programme.plan.counties.some(({ code }) => code === county))
    return { countyCode: county, centreCode: null }
  throw new DomainError('countyUnknown', `没有代码为 ${county} 的县（市、区）。 / There is no county ${county}.`)
}

const wrongPlace = (...of: Parameters<typeof fault>) => new DomainError('ruleBroken', of[2], [fault(...of)])

export function issuesRoutes(deps: Pick<IssueDeps, 'reader' | 'checklist'>, issues: Issues) {
  const { answers, ledger } = deps.reader
  const done = (c: Context<AppEnv>, { isNew, issue }: Awaited<ReturnType<Issues['raise']>>) =>
    c.json(issue, isNew ? 201 : 200, { ...PRIVATE, etag: versionTag(issue.version) })
  return createRoutes()
    .openapi(add, async c => {
      const asked = c.req.valid('json')
      const place = placeOf(ledger, asked)
      const operation: OperationId = asked.source === 'order' ? 'giveOrder' : 'raiseFinding'
      await c.env.permit?.(operation, place.countyCode)
      c.env.operation = operation
      return done(c, await issues.raise(c.env, operation, place, asked))
    })
    .openapi(list, c => answers.ownJson(c, () => listIssues(deps.reader, c.req.valid('query'), c.env.viewer)))
    .openapi(xlsx, c => {
      const query = c.req.valid('query')
      const make = () => issueLedger(deps, query, c.env.viewer)
      return query.mine === undefined ? answers.answer(c, make) : answers.own(c, make)
    })
    .openapi(detail, c => {
      const found = issues.detail(c.env.viewer, c.req.valid('param').id, c.req.valid('query'))
      return c.json(found, 200, { ...PRIVATE, etag: versionTag(found.version) })
    })
    .openapi(move, async c => {
      const issueId = c.req.valid('param').id
      await c.env.permit?.('moveIssue', issues.placeOf(issueId).countyCode)
      const ifMatch = c.req.header('if-match')
      return done(c, await issues.move(c.env, { ...c.req.valid('json'), issueId, ifMatch }))
    })
}
