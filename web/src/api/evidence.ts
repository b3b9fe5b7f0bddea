import type { DocumentKind, EvidenceDocument, Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { apiSend, apiUrl } from './client.ts'
import { apiUpload } from './upload.ts'

/** What a photo is of. */
export interface PhotoSubject {
  centre: string
  stage?: ReportableStage
}

export const addPhoto = (
  { id, centre, stage }: PhotoSubject & { id: string },
  file: File,
  onProgress: (share: number) => void,
) => apiUpload<Photo>('/photos', { id, centre, stage, name: file.name.slice(-200) }, file, onProgress)

interface NewDocument {
  id: string
  kind: DocumentKind
  centre?: string
  county?: string
}

export const addDocument = (
  { id, kind, centre, county }: NewDocument,
  file: File,
  onProgress: (share: number) => void,
) =>
  apiUpload<EvidenceDocument>('/documents', { id, kind, centre, county, name: file.name.slice(-200) }, file, onProgress)

/** Takes a photo or paper out of sight again: one's own, or any for the city office. */
export const withdrawEvidence = (evidenceId: string, act: { id: string; reason: string }) =>
  apiSend('POST', `/evidence/${encodeURIComponent(evidenceId)}/withdrawal`, act)

export const photoUrl = (sha256: string, size: 320 | 1600) => apiUrl(`/photos/${sha256}`, { size })
export const documentUrl = (id: string) => apiUrl(`/documents/${id}`)
