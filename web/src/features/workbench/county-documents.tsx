import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import { COUNTY_DOCUMENT_KINDS } from '@lvliang/shared/evidence/evidence.schema'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countyQueries } from '../../api/county.queries.ts'
import { taskQueries } from '../../api/task.queries.ts'
import { Documents } from '../../components/evidence/documents.tsx'
import classes from './workbench.module.css'

interface CountyDocumentsProps {
  sheet: CountySheet
  canAdd: boolean
  asked: string | undefined
}

/** The county's own papers: its plan and its measures (P9). */
export function CountyDocuments({ sheet, canAdd, asked }: CountyDocumentsProps) {
  const { t } = useTranslation('workbench')
  const queries = useQueryClient()
  const added = () => {
    void queries.invalidateQueries({ queryKey: taskQueries.all })
    void queries.invalidateQueries({ queryKey: countyQueries.sheet(sheet.county).queryKey })
  }
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className={classes.sub}>
        {t('documents.county')}
      </h2>
      <Documents
        key={asked}
        kinds={COUNTY_DOCUMENT_KINDS}
        documents={sheet.documents}
        due={COUNTY_DOCUMENT_KINDS}
        add={canAdd ? { owner: { county: sheet.county }, onAdded: added } : undefined}
        asked={asked}
      />
    </section>
  )
}
