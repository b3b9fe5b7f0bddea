import { parentPort, workerData } from 'node:worker_threads'
import type { RawRow } from '@lvliang/shared/register/raw-table'
import { parseXlsx } from './parse-xlsx.ts'
import type { ReadTable } from './read-csv.ts'
import { ZIP_LIMITS } from './zip-archive.ts'

/** Rows travel in batches, so that no more than one batch is in memory here. */
const BATCH = 200

export type WorkerMessage = { rows: RawRow[] } | { result: ReadTable }

const send = (message: WorkerMessage) => parentPort?.postMessage(message)

let batch: RawRow[] = []
const result = parseXlsx(workerData as Uint8Array, ZIP_LIMITS, {
  push(row) {
    batch.push(row)
    if (batch.length < BATCH) return
    send({ rows: batch })
    batch = []
  },
})
send({ rows: batch })
send({ result })
