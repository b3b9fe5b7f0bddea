import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { useTranslation } from 'react-i18next'
import { Gallery } from './gallery.tsx'
import { photosByStage } from './photo-groups.ts'
import { useEvidenceWords } from './use-evidence-words.ts'

interface StageGalleryProps {
  photos: readonly Photo[]
  stageName: (stage: ReportableStage) => string
  heading?: 'h3' | 'h4'
}

/** The photos of a centre by stage. */
export function StageGallery({ photos, stageName, heading }: StageGalleryProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const groups = photosByStage(photos, stage => (stage ? stageName(stage) : t('noStage')))
  return <Gallery groups={groups} heading={heading} />
}
