import { z } from 'zod'
import { instantSchema } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'

/** Documents of a centre by kind: 时间表, 路线图, 合同, 选址材料, 验收表. */
export const CENTRE_DOCUMENT_KINDS = ['timetable', 'roadmap', 'contract', 'sitingPapers', 'acceptanceForm'] as const
/** Documents of a county: 计划, 措施. */
export const COUNTY_DOCUMENT_KINDS = ['countyPlan', 'countyMeasures'] as const
export const DOCUMENT_KINDS = [...CENTRE_DOCUMENT_KINDS, ...COUNTY_DOCUMENT_KINDS] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
export const EVIDENCE_KINDS = ['photo', ...DOCUMENT_KINDS] as const

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const DOCUMENT_TYPES = ['application/pdf', ...PHOTO_TYPES] as const
/** The largest file taken, bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024
/** Photos one stage record names, at most. */
export const MOST_PHOTOS = 20
/** Longest edges a photo is served at, pixels. */
export const PHOTO_SIZES = [320, 1600] as const

const evidenceBase = {
  id: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.int(),
  name: z.string(),
  countyCode: z.string(),
  centreCode: z.string().nullable(),
  addedAt: instantSchema,
  addedBy: z.string(),
}

/** What a photo gives to think about; nothing is ever refused for it. */
export const photoHintSchema = z.object({
  /** `far` from the site, `shifted` the way GCJ-02 shifts, `reused` the same picture elsewhere, `otherDay` than reported. */
  code: z.enum(['far', 'shifted', 'reused', 'otherDay']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type PhotoHint = z.infer<typeof photoHintSchema>

export const photoSchema = z
  .object({
    ...evidenceBase,
    stage: z.enum(REPORTABLE_STAGES).nullable(),
    width: z.int(),
    height: z.int(),
    /** As the camera says, local time without a zone; null is the normal case: chat programs strip it. */
    takenAt: z.string().nullable(),
    takenPosition: z.object({ lon: z.number(), lat: z.number() }).nullable(),
    /** Metres from the site; null where either place is unknown. */
    distanceM: z.number().nullable(),
    hints: z.array(photoHintSchema),
  })
  .meta({ id: 'Photo' })
export type Photo = z.infer<typeof photoSchema>

export const documentSchema = z.object({ ...evidenceBase, kind: z.enum(DOCUMENT_KINDS) }).meta({ id: 'Document' })
export type EvidenceDocument = z.infer<typeof documentSchema>

/** `POST /api/photos`: the picture is the body, what it is of is in the query. */
export const addPhotoQuerySchema = z.strictObject({
  id: z.uuid(),
  centre: z.string().max(40),
  stage: z.enum(REPORTABLE_STAGES).optional(),
  name: z.string().max(200).optional(),
})

/** `POST /api/documents`: the file is the body; `centre` for a centre's kinds, `county` for a county's. */
export const addDocumentQuerySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(DOCUMENT_KINDS),
  centre: z.string().max(40).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  name: z.string().max(200).optional(),
})

/** `POST /api/evidence/{id}/withdrawal` */
export const withdrawEvidenceSchema = z.strictObject({ id: z.uuid(), reason: z.string().min(1).max(200) })
