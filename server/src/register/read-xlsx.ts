import { Worker } from 'node:worker_threads'
import { problemAt } from '@lvliang/shared/register/problem'
import type { ReadTable } from './read-csv.ts'

/** Enough for the largest register allowed; a workbook built to exhaust memory ends its worker alone. */
const WORKER_HEAP_MB = 256

/** Reads an XLSX in a worker thread, so that what a file does there harms nothing else. Runs from the build. */
export function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx.worker.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
    })
    worker.once('message', (result: ReadTable) => resolve(result))
    worker.once('error', error => {
      const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isOutOfMemory) return reject(error)
      resolve({ problems: [problemAt(null, 'zipBomb', { detail: `> ${WORKER_HEAP_MB} MB` })] })
    })
  })
}
