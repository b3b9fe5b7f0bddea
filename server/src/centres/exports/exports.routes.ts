import { createRoute, z } from '@hono/zod-openapi'
import { type CentreFilter, centreFilterSchema, centreListQuerySchema } from '@lvliang/shared/centres/filter.schema'
import { attachment, DEMONSTRATION_LINE, XLSX_TYPE } from '../../http/attachment.ts'
import { featureCollectionSchema, GEOJSON_TYPE } from '../../http/geojson.ts'
import { BAD_REQUEST, createRoutes, NOT_MODIFIED } from '../../http/route.ts'
import { selectCentres } from '../../ledger/select-centres.ts'
import { writeXlsx } from '../../lib/write-xlsx.ts'
import type { Reader } from '../../reader.ts'
import { type Sort, sortCentres } from '../sort-centres.ts'
import { column } from './column.ts'
import { ledgerColumns } from './ledger-columns.ts'
import { registerColumns } from './register-columns.ts'
import { writeCsv } from './write-csv.ts'
import { writeGeoJson } from './write-geojson.ts'

const CSV_TYPE = 'text/csv; charset=utf-8'

const querySchema = centreFilterSchema.extend({ sort: centreListQuerySchema.shape.sort }).strict()
type ExportQuery = CentreFilter & { sort?: Sort | undefined }

const file = z.string().meta({ format: 'binary' })

const table = (format: 'csv' | 'geojson' | 'xlsx', contentType: string, schema: z.ZodType, summary: string) =>
  createRoute({
    method: 'get',
    path: `/centres.${format}`,
    operationId: `exportCentres${format[0]?.toUpperCase()}${format.slice(1)}`,
    tags: ['centres'],
    summary,
    request: { query: querySchema },
    responses: {
      200: { description: summary, content: { [contentType]: { schema } } },
      ...NOT_MODIFIED,
      ...BAD_REQUEST,
    },
  })

const csv = table('csv', CSV_TYPE, file, 'The centres as CSV, headed as the register file')
const geojson = table('geojson', GEOJSON_TYPE, featureCollectionSchema, 'The centres as GeoJSON points in WGS-84')
const xlsx = table('xlsx', XLSX_TYPE, file, 'The centres as a printable ledger (台账)')

function selectSorted(reader: Reader, query: ExportQuery) {
  const { snapshot, centres } = selectCentres(reader, query)
  const { plan } = snapshot.programme
  return { plan, asOf: snapshot.moment.asOf, entries: sortCentres(centres, query.sort ?? 'code', snapshot.basis) }
}

function csvAnswer(reader: Reader, query: ExportQuery) {
  const { plan, asOf, entries } = selectSorted(reader, query)
  const columns = [...registerColumns(plan), column('', '截至', 10, () => asOf)]
  if (reader.demonstration) columns.push(column('', '数据性质', 10, () => DEMONSTRATION_LINE))
  return {
    body: writeCsv(columns, entries),
    contentType: CSV_TYPE,
    headers: attachment(reader, { asOf, extension: 'csv' }),
  }
}

async function xlsxAnswer(reader: Reader, query: ExportQuery) {
  const { plan, asOf, entries } = selectSorted(reader, query)
  const lines = [`截至：${asOf}`, `项目数：${entries.length}`, ...(reader.demonstration ? [DEMONSTRATION_LINE] : [])]
  return {
    body: await writeXlsx({ title: `${plan.title.zh}台账`, lines, columns: ledgerColumns(plan), entries }),
    contentType: XLSX_TYPE,
    headers: attachment(reader, { asOf, extension: 'xlsx' }),
  }
}

export const exportsRoutes = (reader: Reader) =>
  createRoutes()
    .openapi(csv, c => reader.answers.answer(c, () => csvAnswer(reader, c.req.valid('query'))))
    .openapi(geojson, c =>
      reader.answers.answer(c, () => ({
        body: writeGeoJson(selectSorted(reader, c.req.valid('query')).entries),
        contentType: GEOJSON_TYPE,
      })),
    )
    .openapi(xlsx, c => reader.answers.answer(c, () => xlsxAnswer(reader, c.req.valid('query'))))
