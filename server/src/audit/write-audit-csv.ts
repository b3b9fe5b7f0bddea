import type { AuditAnchor } from '@lvliang/shared/audit/audit.schema'
import type { AuditTable, Db } from '../db/tables.ts'
import { BOM, type Cell, csvLine } from '../lib/csv.ts'
import type { AuditFilter } from './audit.repo.ts'
import { readAll } from './read-audit.ts'

const SHANGHAI_MS = 8 * 3_600_000
const shanghaiTime = (at: string) => new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 23).replace('T', ' ')

const COLUMNS: readonly (readonly [header: string, value: (row: AuditTable) => Cell])[] = [
  ['序号', row => row.seq],
  ['北京时间', row => shanghaiTime(row.at)],
  ['时刻(UTC)', row => row.at],
  ['用户名', row => row.username],
  ['账号编号', row => row.account_id],
  ['角色', row => row.role],
  ['县区代码', row => row.county],
  ['网络地址', row => row.address],
  ['请求编号', row => row.request_id],
  ['操作', row => row.operation],
  ['结果', row => row.outcome],
  ['对象', row => row.subject],
  ['变更前', row => row.before],
  ['变更后', row => row.after],
  ['前一哈希', row => row.previous_hash],
  ['哈希', row => row.hash],
]

/** The rows that pass, oldest first, as CSV in chunks; the last lines tell the head of the chain it was taken from. */
export async function* writeAuditCsv(db: Db, filter: AuditFilter, anchor: AuditAnchor): AsyncGenerator<string> {
  yield BOM + csvLine(COLUMNS.map(([header]) => header))
  let rows = 0
  for await (const chunk of readAll(db, filter, anchor.seq)) {
    rows += chunk.length
    if (chunk.length > 0) yield chunk.map(row => csvLine(COLUMNS.map(([, value]) => value(row)))).join('')
  }
  const closing = [
    ['导出行数', rows],
    ['链头序号', anchor.seq],
    ['链头哈希', anchor.hash],
    ['导出时刻(UTC)', anchor.at],
  ] as const
  yield `\r\n${closing.map(csvLine).join('')}`
}
