import type { Severity } from '@lvliang/shared/inspections/checklist.schema'
import { useTranslation } from 'react-i18next'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import type { MarkShape } from '../../../status/shapes.ts'
import { StatusMark } from '../../../status/status-mark.tsx'

const SHAPES: Record<Severity, MarkShape> = { general: 'plain', larger: 'yellow', major: 'red' }

/** How grave an issue is: shape, colour and word together. */
export function SeverityLabel({ severity }: { severity: Severity }) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const shape = SHAPES[severity]
  return (
    <span className={`status-${shape}`}>
      <StatusMark shape={shape} fill="solid" /> {t(`terms.severity.${severity}`)}
    </span>
  )
}
