import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { StageGallery } from '../../../components/evidence/stage-gallery.tsx'
import { useEvidenceWords } from '../../../components/evidence/use-evidence-words.ts'
import { Section } from '../section.tsx'
import type { PlanWords } from '../use-plan-words.ts'

/** The photos of a centre. */
export function Photos({ photos, words }: { photos: readonly Photo[]; words: PlanWords }) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  return (
    <Section title={t('photos')}>
      <StageGallery photos={photos} stageName={words.stage} />
    </Section>
  )
}
