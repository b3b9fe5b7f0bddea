import { readFileSync, writeFileSync } from 'node:fs'
import { newRecordSchema } from '@lvliang/shared/centres/record.schema'
import { planFileSchema } from '@lvliang/shared/plan/plan.schema'
import { buildDemonstration, toLines } from './build-demonstration.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const records = buildDemonstration(planFileSchema.parse(JSON.parse(read('../plan/2018.json'))))
for (const record of records) newRecordSchema.parse(record)
writeFileSync(new URL('demonstration.ndjson', import.meta.url), toLines(records))
console.log(`wrote ${records.length} records of the demonstration`)
