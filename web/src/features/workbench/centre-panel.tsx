import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { dueDocuments } from '@lvliang/shared/evidence/due-documents'
import { CENTRE_DOCUMENT_KINDS } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ComponentProps, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../api/centre.queries.ts'
import { taskQueries } from '../../api/task.queries.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Documents } from '../../components/evidence/documents.tsx'
import { StageGallery } from '../../components/evidence/stage-gallery.tsx'
import form from '../../components/form/form.module.css'
import { Hold } from '../../components/form/use-hold.ts'
import { LoadError } from '../../components/load-error.tsx'
import { useLoaded } from '../../components/use-loaded.ts'
import { FactFields } from './fact-fields.tsx'
import { DelayRequest } from './requests/delay-request.tsx'
import { RelocationRequest } from './requests/relocation-request.tsx'
import { SuspensionForm } from './requests/suspension-form.tsx'
import { StageForm } from './stage-form.tsx'
import { PANEL_TABS, type PanelTab, type PanelTarget } from './target.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

const loadSiting = () => import('./siting-tab.tsx')

/** With the map it is large, and few open it: fetched when needed. */
function Siting(props: ComponentProps<Awaited<ReturnType<typeof loadSiting>>['SitingTab']>) {
  const { t } = useTranslation()
  const { module, error, retry } = useLoaded(loadSiting)
  if (error) return <LoadError error={error} onRetry={retry} />
  return module ? <module.SitingTab {...props} /> : <p className={form.help}>{t('loading')}</p>
}

interface CentrePanelProps {
  centre: CentreSheet
  /** The county's centres. */
  neighbours: readonly CentreSheet[]
  target: PanelTarget
  today: string
  names: FieldNames
  canEdit: boolean
  facts: Omit<Parameters<typeof FactFields>[0], 'names' | 'canEdit'>
  onReported: (says: string, stage: ReportableStage, day: string) => void
  onSited: () => void
  onClose: () => void
}

/** Papers and photos of a centre, and adding to them. */
function Evidence({
  centre,
  names,
  canEdit,
  asked,
}: {
  centre: CentreSheet
  names: FieldNames
  canEdit: boolean
  asked?: string
}) {
  const { t } = useTranslation(['workbench', 'common'])
  const queries = useQueryClient()
  const detail = useQuery(centreQueries.one(centre.code, {}))
  const added = () => {
    void queries.invalidateQueries({ queryKey: taskQueries.all })
    return detail.refetch()
  }
  if (detail.error) return <LoadError error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <p className={form.help}>{t('common:loading')}</p>
  return (
    <>
      <h3 className={classes.sub}>{t('documents.title')}</h3>
      <Documents
        kinds={CENTRE_DOCUMENT_KINDS}
        documents={detail.data.documents}
        due={dueDocuments(centre.stage)}
        add={canEdit ? { owner: { centre: centre.code }, onAdded: () => void added() } : undefined}
        asked={asked}
      />
      <h3 className={classes.sub}>{t('photos.gallery')}</h3>
      <StageGallery photos={detail.data.photos} stageName={names.stage} heading="h4" />
    </>
  )
}

/** One centre beside the grid: its forms, each under its name. */
export function CentrePanel(props: CentrePanelProps) {
  const { centre, target, today, names, canEdit } = props
  const { t } = useTranslation('workbench')
  const [tab, setTab] = useState<PanelTab>(target.tab)
  const [onTheWay, hold] = useReducer((count: number, step: 1 | -1) => count + step, 0)
  const isHeld = onTheWay > 0
  const tabs = PANEL_TABS.filter(id => canEdit || id === 'facts' || id === 'evidence')
  const shown = tabs.includes(tab) ? tab : 'facts'
  return (
    <Dialog side title={`${centre.code} ${centre.village ?? ''}`} held={isHeld} onClose={props.onClose}>
      <nav className={classes.tabs} aria-label={t('panel.tabsLabel')}>
        {tabs.map(id => (
          <button
            key={id}
            type="button"
            aria-current={id === shown ? 'true' : undefined}
            aria-disabled={isHeld || undefined}
            onClick={() => isHeld || setTab(id)}
          >
            {t(`panel.tabs.${id}`)}
          </button>
        ))}
        <Link to="/centres/$code" params={{ code: centre.code }} disabled={isHeld}>
          {t('panel.full')}
        </Link>
      </nav>
      <Hold value={hold}>
        {shown === 'report' && (
          <StageForm centre={centre} today={today} names={names} stage={target.stage} onDone={props.onReported} />
        )}
        {shown === 'facts' && <FactFields {...props.facts} names={names} canEdit={canEdit} />}
        {shown === 'siting' && (
          <Siting centre={centre} neighbours={props.neighbours} today={today} onDone={props.onSited} />
        )}
        {shown === 'requests' && (
          <div className={classes.requests}>
            <SuspensionForm centre={centre} today={today} />
            <RelocationRequest centre={centre} today={today} />
            <DelayRequest centre={centre} today={today} names={names} />
          </div>
        )}
        {shown === 'evidence' && <Evidence centre={centre} names={names} canEdit={canEdit} asked={target.document} />}
      </Hold>
    </Dialog>
  )
}
