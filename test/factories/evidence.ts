import type { EvidenceDocument, Photo } from '@lvliang/shared/evidence/evidence.schema'

const evidence = {
  sha256: 'a'.repeat(64),
  bytes: 1000,
  countyCode: '141124',
  centreCode: 'LL2018-034',
  addedAt: '2018-07-30T02:00:00.000Z',
  addedBy: '临县民政局',
}

/** A photo of a centre as the API answers it. */
export const createPhoto = (overrides: Partial<Photo> = {}): Photo => ({
  ...evidence,
  id: '5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a10',
  name: '门前.jpg',
  mediaType: 'image/jpeg',
  stage: 'started',
  width: 800,
  height: 600,
  takenAt: null,
  takenPosition: null,
  distanceM: null,
  hints: [],
  ...overrides,
})

/** A paper of a centre as the API answers it. */
export const createDocument = (overrides: Partial<EvidenceDocument> = {}): EvidenceDocument => ({
  ...evidence,
  id: '7a1d2b45-7a4f-4d1f-8b54-1e9b7c2f8b21',
  name: '合同.pdf',
  mediaType: 'application/pdf',
  kind: 'contract',
  ...overrides,
})
