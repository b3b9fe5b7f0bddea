import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import type { TaskList as Tasks } from '@lvliang/shared/tasks/task.schema'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetHandle } from '../../components/sheet-grid/sheet-grid.tsx'
import { CentrePanel } from './centre-panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { CountyDocuments } from './county-documents.tsx'
import { CountyGrid } from './county-grid.tsx'
import { openTasks } from './open-tasks.ts'
import { SaveState } from './save-state.tsx'
import type { PanelTarget, TaskTarget } from './target.ts'
import { TaskList } from './task-list.tsx'
import { useChoiceWords } from './use-choice-words.ts'
import { useFieldNames } from './use-field-names.ts'
import { useMarks } from './use-marks.ts'
import { useSaveQueue } from './use-save-queue.ts'
import classes from './workbench.module.css'

interface WorkbenchProps {
  title: string
  plan: Plan
  sheet: CountySheet
  tasks: Tasks | undefined
  canEdit: boolean
}

/** What there is to do, and the county's centres to do it in. */
export function Workbench({ title, plan, sheet, tasks, canEdit }: WorkbenchProps) {
  const { t } = useTranslation('workbench')
  const navigate = useNavigate()
  const names = useFieldNames(plan)
  const { queue, state, counts } = useSaveQueue(sheet.county, useChoiceWords())
  const [panel, setPanel] = useState<PanelTarget | null>(null)
  const [conflict, setConflict] = useState<{ code: string; columnId: string } | null>(null)
  const [notice, setNotice] = useState('')
  /** The paper of the county a task asks for. */
  const [asked, setAsked] = useState<string>()
  const grid = useRef<SheetHandle>(null)

  const onConflict = useCallback((code: string, columnId: string) => setConflict({ code, columnId }), [])
  const onOpen = useCallback(
    (code: string, isSited: boolean) => setPanel({ code, tab: !canEdit ? 'facts' : isSited ? 'report' : 'siting' }),
    [canEdit],
  )
  const marksOf = useMarks({ sheet, queue, state, onConflict })
  const centreOf = (code: string | undefined) => sheet.items.find(item => item.code === code)

  const go = (target: TaskTarget) => {
    setNotice('')
    if (target.kind === 'panel') setPanel(target)
    else if (target.kind === 'countyDocuments') setAsked(target.document)
    else if (target.kind === 'cell') grid.current?.goTo(target.code, target.columnId)
    else if (target.kind === 'month') {
      void navigate({
        to: '/reports/$county/$period',
        params: { county: sheet.county, period: target.period },
        search: { sign: true },
      })
    } else if (target.kind === 'issue') {
      void navigate({ to: '/inspections/issues/$issue', params: { issue: target.issue } })
    } else if (target.kind === 'centre') void navigate({ to: '/centres/$code', params: { code: target.code } })
  }
  const reported = (says: string, stage: ReportableStage, day: string) => {
    if (panel) queue.claim(panel.code, `reported.${stage}`, day)
    setNotice(says)
    setPanel(null)
  }

  const open = centreOf(panel?.code)
  const disputed = conflict && state.edits.get(conflict.code)?.get(conflict.columnId)
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <SaveState
          counts={counts}
          saved={state.saved}
          merged={state.merged}
          onRetry={() => queue.retry()}
          onNoticed={() => queue.noticed()}
        />
        <span role="status">{notice}</span>
      </div>
      {tasks && (
        <section aria-labelledby="tasks">
          <h2 id="tasks" className={classes.sub}>
            {t('tasks.title')}
          </h2>
          <TaskList
            tasks={openTasks(tasks.items, sheet.items)}
            asOf={tasks.asOf}
            plan={plan}
            centres={sheet.items}
            onGo={go}
          />
        </section>
      )}
      <section aria-labelledby="grid">
        <h2 id="grid" className={classes.sub}>
          {t('grid.title')}
        </h2>
        <CountyGrid
          sheet={sheet}
          names={names}
          canEdit={canEdit}
          queue={queue}
          state={state}
          marksOf={marksOf}
          onOpen={onOpen}
          handle={grid}
        />
      </section>
      <CountyDocuments sheet={sheet} canAdd={canEdit} asked={asked} />
      {panel && open && (
        <CentrePanel
          key={`${panel.code} ${panel.tab}`}
          centre={open}
          neighbours={sheet.items}
          target={panel}
          today={sheet.asOf}
          names={names}
          canEdit={canEdit}
          facts={{
            row: { centre: open, edits: state.edits.get(open.code) },
            marks: marksOf(open.code),
            onEdit: changes => queue.edit(changes),
          }}
          onReported={reported}
          onSited={() => {
            setNotice(t('report.sited', { name: open.code }))
            setPanel(null)
          }}
          onClose={() => setPanel(null)}
        />
      )}
      {conflict && disputed?.status === 'conflict' && (
        <ConflictDialog
          about={{ name: centreOf(conflict.code)?.name ?? conflict.code, field: names.field(conflict.columnId) }}
          edit={disputed}
          onTheirs={() => queue.drop(conflict.code, conflict.columnId)}
          onMine={() => queue.keepMine(conflict.code, conflict.columnId)}
          onClose={() => setConflict(null)}
        />
      )}
    </>
  )
}
