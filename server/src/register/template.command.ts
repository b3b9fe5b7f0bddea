import { existsSync, statSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { allColumns, headerOf } from '@lvliang/shared/register/columns'
import { readPlanFile } from '../store/read-plan.ts'
import { isOffered } from './column-help.ts'
import { toCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const USAGE = '用法 usage: npm run template -- FILE   (.xlsx 或 or .csv)'

/** A filled register is never written over. */
const isTaken = (file: string) => existsSync(file) && statSync(file).size > 0

async function main([file, ...rest]: string[]): Promise<number> {
  const kind = extname(file ?? '').toLowerCase()
  if (file === undefined || rest.length > 0 || !['.xlsx', '.csv'].includes(kind)) {
    console.error(USAGE)
    return 1
  }
  if (isTaken(file)) {
    console.error(`${file} 已存在，没有覆盖 / already exists and was left alone`)
    return 1
  }
  const columns = allColumns('wan').filter(isOffered)
  if (kind === '.csv') writeFileSync(file, toCsv([columns.map(headerOf)]))
  else await writeWorkbook(file, { columns, rows: [], plan: readPlanFile(), remark: null })
  console.log(`模板已写入 ${file}，共 ${columns.length} 列 / template of ${columns.length} columns written`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
