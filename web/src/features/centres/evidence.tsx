import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { dueDocuments } from '@lvliang/shared/evidence/due-documents'
import { CENTRE_DOCUMENT_KINDS, type EvidenceDocument, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { Documents } from '../../components/evidence/documents.tsx'
import { StageGallery } from '../../components/evidence/stage-gallery.tsx'
import { useEvidenceWords } from '../../components/evidence/use-evidence-words.ts'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

/** The photos of a centre. */
export function CentrePhotos({ photos, words }: { photos: readonly Photo[]; words: PlanWords }) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  return (
    <Section title={t('photos')}>
      <StageGallery photos={photos} stageName={words.stage} />
    </Section>
  )
}

interface CentreDocumentsProps {
  documents: readonly EvidenceDocument[]
  stage: Centre['stage']
}

/** The papers of a centre. */
export function CentreDocuments({ documents, stage }: CentreDocumentsProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  return (
    <Section title={t('documents')}>
      <Documents kinds={CENTRE_DOCUMENT_KINDS} documents={documents} due={dueDocuments(stage)} />
    </Section>
  )
}
