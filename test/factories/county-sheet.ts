import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import { createCentre } from './board.ts'

type StageState = CentreSheet['stages'][number]

const notReported = (stage: ReportableStage): StageState => ({
  stage,
  reportId: null,
  reported: null,
  recordedAt: null,
  verified: null,
  checkedOn: null,
  disputed: false,
  implied: false,
})

/** A centre as the workbench has it, with the stages said and nothing else filed. */
export function createCentreSheet(
  overrides: Partial<CentreSheet> = {},
  stages: Partial<Record<ReportableStage, Partial<StageState>>> = {},
): CentreSheet {
  return {
    ...createCentre({ countyCode: '141124' }),
    people: { leader: null, unit: null, person: null, phone: null, builder: null },
    note: null,
    planned: {},
    stages: REPORTABLE_STAGES.map(stage => ({ ...notReported(stage), ...stages[stage] })),
    relocations: [],
    delayRequests: [],
    ...overrides,
  }
}

export const createCountySheet = (...items: CentreSheet[]): CountySheet => ({
  county: '141124',
  asOf: '2018-07-31',
  items,
  documents: [],
})
