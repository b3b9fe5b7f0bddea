import { problemAt } from '@lvliang/shared/register/problem'
import { type ReadTable, readCsv } from './read-csv.ts'

const MAX_FILE_MB = 64
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of old .xls files and of encrypted workbooks. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

export type ReadXlsx = (bytes: Uint8Array) => ReadTable | Promise<ReadTable>

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)

/** Reads a register file by what it is, whatever its name says. */
export async function readFileTable(bytes: Uint8Array, readXlsx: ReadXlsx): Promise<ReadTable> {
  if (bytes.length === 0) return { problems: [problemAt(null, 'fileEmpty')] }
  if (bytes.length > MAX_FILE_MB * 1024 * 1024) {
    const size = `${Math.ceil(bytes.length / 1024 / 1024)} MB`
    return { problems: [problemAt(null, 'fileTooLarge', { size, limit: `${MAX_FILE_MB} MB` })] }
  }
  if (startsWith(bytes, COMPOUND)) return { problems: [problemAt(null, 'encrypted')] }
  return startsWith(bytes, ZIP) ? readXlsx(bytes) : readCsv(bytes)
}
