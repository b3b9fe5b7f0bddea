import { Worker } from 'node:worker_threads'
import { problemAt } from '@lvliang/shared/register/problem'
import type { RawRow } from '@lvliang/shared/register/raw-table'
import type { ReadTable } from './read-csv.ts'
import type { WorkerMessage } from './xlsx.worker.ts'

/** Enough for the largest register allowed; a workbook built to exhaust memory ends its worker alone. */
const WORKER_HEAP_MB = 256

const withRows = (result: ReadTable, rows: RawRow[]): ReadTable =>
  'table' in result ? { table: { ...result.table, rows } } : result

/** Reads an XLSX in a worker thread, so that what a file does there harms nothing else. Runs from the build. */
export function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx.worker.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
    })
    const rows: RawRow[] = []
    worker.on('message', (message: WorkerMessage) => {
      if ('rows' in message) for (const row of message.rows) rows.push(row)
      else resolve(withRows(message.result, rows))
    })
    worker.once('error', error => {
      const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isOutOfMemory) return reject(error)
      resolve({ problems: [problemAt(null, 'zipBomb', { detail: `> ${WORKER_HEAP_MB} MB` })] })
    })
  })
}
