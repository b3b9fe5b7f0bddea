import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import type { Task } from '@lvliang/shared/tasks/task.schema'

export const PANEL_TABS = ['report', 'facts', 'siting', 'requests', 'evidence'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

/** A centre's panel, at the form that was asked for. */
export interface PanelTarget {
  code: string
  tab: PanelTab
  stage?: ReportableStage
  document?: string
}

/** Where a task leads: a form of a centre, a cell of the grid, or another page. */
export type TaskTarget =
  | ({ kind: 'panel' } & PanelTarget)
  | { kind: 'cell'; code: string; columnId: string }
  | { kind: 'countyDocuments'; document: string }
  | { kind: 'centre'; code: string }
  | { kind: 'month'; period: string }
  | { kind: 'issue'; issue: string }
  | { kind: 'none' }

const isStage = (text: string | undefined): text is ReportableStage =>
  (REPORTABLE_STAGES as readonly string[]).includes(text ?? '')

function reportOf(centre: Pick<CentreSheet, 'code' | 'village'>, stage: string | undefined): TaskTarget {
  if (centre.village === null || stage === 'sited') return { kind: 'panel', code: centre.code, tab: 'siting' }
  return { kind: 'panel', code: centre.code, tab: 'report', ...(isStage(stage) && { stage }) }
}

/** Where doing a task for one of its centres begins. */
export function targetOf(task: Task, centre: CentreSheet | undefined): TaskTarget {
  const { kind, params } = task
  if (kind === 'signMonth' || kind === 'monthReturned' || kind === 'monthMissing') {
    return { kind: 'month', period: params.period ?? '' }
  }
  if (params.issue) return { kind: 'issue', issue: params.issue }
  if (!centre) return params.document ? { kind: 'countyDocuments', document: params.document } : { kind: 'none' }
  const { code } = centre
  switch (kind) {
    case 'fileNode':
    case 'disputed':
    case 'turnsWorse':
      return reportOf(centre, params.stage)
    case 'missingDay':
    case 'dateOrder': {
      const missing = centre.stages.find(({ implied }) => implied && kind === 'missingDay') ?? centre.stages[0]
      return { kind: 'cell', code, columnId: `reported.${missing?.stage ?? 'sited'}` }
    }
    case 'unlocated':
    case 'unsited':
      return { kind: 'panel', code, tab: 'siting' }
    case 'missingDocument':
      return { kind: 'panel', code, tab: 'evidence', ...(params.document && { document: params.document }) }
    case 'doubt':
      return { kind: 'panel', code, tab: 'facts' }
    default:
      return { kind: 'centre', code }
  }
}
