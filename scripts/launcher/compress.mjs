import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const WORTH_IT = /\.(css|js|json|svg|webmanifest)$/
const SMALLEST = 1024

/** Puts a `.br` and a `.gz` as dense as can be beside each text file of a built folder. */
export function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!WORTH_IT.test(name) || name.startsWith('.')) continue
    const path = join(folder, name)
    const bytes = readFileSync(path)
    if (bytes.length < SMALLEST) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
  return 0
}
