import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { DomainError } from '../errors.ts'
import { systemClock } from '../ledger/times.ts'
import { PATHS } from '../paths.ts'
import { loadRegister } from './load.service.ts'
import { parseLoadOptions, UsageError } from './load-options.ts'
import { readXlsx } from './read-xlsx.ts'
import { reportLines } from './report.ts'

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(`${file}：无法读取 / cannot be read: ${(error as Error).message}`)
  }
}

async function main(args: string[]): Promise<number> {
  const say = (line: string) => console.log(line)
  const { file, ...options } = parseLoadOptions(args, systemClock)
  const request = {
    ...options,
    bytes: readBytes(file),
    fileName: basename(file),
    dataDir: process.env.DATA_DIR ?? PATHS.data,
    clock: systemClock,
    readXlsx,
    say,
  }
  const result = await loadRegister(request)
  for (const line of reportLines(result, request)) say(line)
  return result.outcome === 'refused' ? 1 : 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof DomainError || error instanceof UsageError ? error.message : error)
  process.exitCode = 1
}
