import { fileNameParameters } from '../lib/file-name-parameters.ts'
import type { Reader } from '../reader.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Stands on every file made from invented data. */
export const DEMONSTRATION_LINE = '演示数据（虚构）'

interface Named {
  asOf: string
  extension: string
  /** What it is, where it is not the centres. */
  what?: string
}

/** Names a file by the plan, the day and, where it is so, that the data is invented. */
export function attachment({ ledger, demonstration }: Reader, { asOf, extension, what }: Named) {
  const parts = [ledger.programme.plan.id, what, asOf, demonstration ? 'demonstration' : undefined]
  const name = parts.filter(part => part !== undefined).join('-')
  return { 'content-disposition': `attachment; filename="${name}.${extension}"` }
}

/** Saves a file under its name, or under one in plain letters where the reader knows no other. */
export const savedAs = ({ name, plainName }: { name: string; plainName: string }) => ({
  'content-disposition': `attachment; ${fileNameParameters(name, plainName)}`,
})
