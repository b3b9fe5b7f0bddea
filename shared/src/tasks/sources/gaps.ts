import { dueDocuments } from '../../evidence/due-documents.ts'
import { COUNTY_DOCUMENT_KINDS } from '../../evidence/evidence.schema.ts'
import { aboutCentre, aboutCounty, type TaskSource } from '../task-source.ts'

const PLAIN = ['dateOrder', 'fundOrder', 'missingDay', 'unlocated'] as const

/** What is wrong with a centre's row, as its badges say. */
export const wrongRows: TaskSource = ({ centres }) =>
  centres.flatMap(({ centre }) =>
    centre.badges.flatMap(({ code, params: { stage, text } }) => {
      if (code === 'disputed') return aboutCentre(centre, { kind: code, params: { stage: String(stage) } })
      if (code === 'doubt') return aboutCentre(centre, { kind: code, params: { reason: String(text) } })
      const kind = PLAIN.find(each => each === code)
      return kind === undefined ? [] : aboutCentre(centre, { kind })
    }),
  )

const kind = 'missingDocument'

/** Documents that should be there and are not: of the centres first, then of the counties themselves. */
export const missingDocuments: TaskSource = ({ centres, counties, documents }) => [
  ...centres.flatMap(({ centre }) => {
    const has = documents(centre.code)
    const missing = dueDocuments(centre.stage).filter(document => !has.has(document))
    return missing.map(document => aboutCentre(centre, { kind, params: { document } }))
  }),
  ...counties.flatMap(county => {
    const has = documents(county)
    const missing = COUNTY_DOCUMENT_KINDS.filter(document => !has.has(document))
    return missing.map(document => aboutCounty(county, { kind, params: { document } }))
  }),
]
