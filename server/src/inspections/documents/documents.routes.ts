import { createRoute, z } from '@hono/zod-openapi'
import { savedAs } from '../../http/attachment.ts'
import { BAD_REQUEST, createRoutes, NO_QUERY, NOT_FOUND, NOT_MODIFIED, RULE_BROKEN } from '../../http/route.ts'
import type { Reader } from '../../reader.ts'
import { NOTICE_KINDS } from './notice-rules.ts'
import type { NamedPaper, Papers } from './papers.service.ts'
import { DOCX_TYPE, writePaper } from './write-paper.ts'

const params = z.object({ id: z.uuid() })
const tags = ['inspections']
const paperAnswer = (description: string) => ({
  200: { description, content: { [DOCX_TYPE]: { schema: z.string().meta({ format: 'binary' }) } } },
  ...NOT_MODIFIED,
  ...BAD_REQUEST,
  ...NOT_FOUND,
  ...RULE_BROKEN,
})

const notice = createRoute({
  method: 'get',
  path: '/issues/{id}/notice.docx',
  operationId: 'getIssueNotice',
  tags,
  summary:
    'A paper about an open issue to its county: 整改通知书, 停工整改通知书 (重大 alone), 督办函 (orders, overdue issues)',
  request: { params, query: z.strictObject({ kind: z.enum(NOTICE_KINDS) }) },
  responses: paperAnswer('The paper, its number left open'),
})

const report = createRoute({
  method: 'get',
  path: '/visits/{id}/report.docx',
  operationId: 'getVisitReport',
  tags,
  summary: 'The report of a visit made (现场检查报告), ready to be signed',
  request: { params, query: NO_QUERY },
  responses: paperAnswer('The report'),
})

async function fileOf({ paper, name, plainName }: NamedPaper) {
  return {
    body: await writePaper(paper),
    contentType: DOCX_TYPE,
    headers: savedAs({ name: `${name}.docx`, plainName: `${plainName}.docx` }),
  }
}

/** The official papers as Word documents. */
export const documentsRoutes = ({ answers }: Pick<Reader, 'answers'>, papers: Papers) =>
  createRoutes()
    .openapi(notice, c =>
      answers.own(c, async () => fileOf(await papers.notice(c.req.valid('param').id, c.req.valid('query').kind))),
    )
    .openapi(report, c =>
      answers.own(c, async () => fileOf(await papers.visitReport(c.req.valid('param').id, c.env.viewer))),
    )
