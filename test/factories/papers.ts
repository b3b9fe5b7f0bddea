import type { IssuePage } from '@lvliang/shared/inspections/issue.schema'
import type { VisitPage } from '@lvliang/shared/inspections/visit.schema'
import { strFromU8, unzipSync } from 'fflate'

interface Client {
  request(path: string): Response | Promise<Response>
}

/** Where each official paper of the demonstration is, by its kind. */
export async function papersOf(client: Client): Promise<Record<string, string>> {
  const read = async <T>(path: string) => (await (await client.request(path)).json()) as T
  const { items: issues } = await read<IssuePage>('/api/issues?open=true&limit=500')
  const { items: visits } = await read<VisitPage>('/api/visits?state=recorded&limit=500')
  const issue = (is: (issue: IssuePage['items'][number]) => boolean) => issues.find(is)?.id ?? ''
  const visit = visits.find(({ failed }) => failed > 0)?.id ?? ''
  return {
    rectification: `/api/issues/${issue(({ source }) => source === 'visit')}/notice.docx?kind=rectification`,
    stopWork: `/api/issues/${issue(({ severity }) => severity === 'major')}/notice.docx?kind=stopWork`,
    supervision: `/api/issues/${issue(({ source }) => source === 'order')}/notice.docx?kind=supervision`,
    overdue: `/api/issues/${issue(({ source, overdueDays }) => source === 'visit' && overdueDays > 0)}/notice.docx?kind=supervision`,
    visit: `/api/visits/${visit}/report.docx`,
  }
}

/** What is written in a Word document, without its form. */
export function wordsOf(docx: Uint8Array): string {
  const { 'word/document.xml': xml } = unzipSync(docx)
  return strFromU8(xml as Uint8Array)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}
