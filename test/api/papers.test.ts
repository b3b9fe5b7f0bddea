import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemonstrationApp } from '../factories/demonstration.ts'
import { papersOf, wordsOf } from '../factories/papers.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let app: Awaited<ReturnType<typeof openDemonstrationApp>>
let office: Awaited<ReturnType<typeof app.as>>
let papers: Record<string, string>
beforeAll(async () => {
  app = await openDemonstrationApp()
  office = await app.as({ principal: 'cityOffice' })
  papers = await papersOf(office)
})
afterAll(() => app.close())

const bytesOf = async (path: string | undefined) => {
  const answer = await office.request(path ?? '')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, DOCX])
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

test.each([
  ['rectification', ['整改通知书', '一、发现的问题', '二、整改要求', '系统设定', '提出销号申请']],
  ['stopWork', ['停工整改通知书', '脚手架无连墙件，局部倾斜', '停止问题所在部位的施工', '重大']],
  ['supervision', ['督办函']],
  ['overdue', ['督办函', '逾期']],
  ['visit', ['现场检查报告', '检查人员', '不合格']],
])('the paper %s says what it is for, whom it goes to and how it can be checked', async (kind, words) => {
  const { answer, bytes } = await bytesOf(papers[kind])
  const text = wordsOf(bytes)
  for (const word of [...words, '审计锚点']) expect(text).toContain(word)
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\w.-]+\.docx"; filename\*=UTF-8''[\w%.-]+\.docx$/)
  expect(decodeURIComponent(disposition)).toContain('演示数据')
})

test('the same paper has the same bytes until something is entered', async () => {
  for (const path of Object.values(papers)) expect((await bytesOf(path)).bytes).toEqual((await bytesOf(path)).bytes)
})

test('a paper that is none for its issue is refused by name', async () => {
  const codeOf = async (path: string) => {
    const answer = await office.request(path)
    const { errors } = (await answer.json()) as { errors: { code: string }[] }
    return [answer.status, errors[0]?.code]
  }
  const as = (path: string | undefined, kind: string) => (path ?? '').replace(/kind=.*/, `kind=${kind}`)
  expect(await codeOf(as(papers.supervision, 'rectification'))).toEqual([422, 'isOrder'])
  expect(await codeOf(as(papers.overdue, 'stopWork'))).toEqual([422, 'notMajor'])
})

test('what is not there, or is to surprise a county, is the same "not found"', async () => {
  const plan = await office.request('/api/visits?state=planned&limit=500')
  const { items } = (await plan.json()) as { items: { id: string; kind: string; county: string }[] }
  const hidden = items.find(({ kind }) => kind === 'unannounced')
  const clerk = await app.as({ principal: 'county', county: hidden?.county ?? '' })
  const bodyOf = async (id: string) => {
    const answer = await clerk.request(`/api/visits/${id}/report.docx`)
    const { instance, ...rest } = (await answer.json()) as Record<string, unknown>
    return [answer.status, rest]
  }
  expect(hidden).toBeDefined()
  expect(await bodyOf(hidden?.id ?? '')).toEqual(await bodyOf(randomUUID()))
  expect((await bodyOf(randomUUID()))[0]).toBe(404)
})
