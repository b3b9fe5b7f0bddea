import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { CentreSheet, StageState } from '@lvliang/shared/centres/centre.schema'
import { countedDay, isDisputed } from '@lvliang/shared/centres/stages'
import type { CentreState } from '@lvliang/shared/centres/state'
import { REPORTABLE_STAGES, stageOrder } from '@lvliang/shared/plan/stage'
import { maskPhone } from '../lib/mask.ts'

function stageStates(state: CentreState): StageState[] {
  return REPORTABLE_STAGES.map(stage => {
    const reported = state.reported[stage]
    const checked = state.checked[stage]
    return {
      stage,
      reportId: reported?.id ?? null,
      reported: reported?.date ?? null,
      recordedAt: reported?.recordedAt ?? null,
      verified: checked?.recognisedOn ?? null,
      checkedOn: checked?.checkedOn ?? null,
      disputed: isDisputed(state, stage),
      implied: stageOrder(stage) <= stageOrder(state.stage) && countedDay(state, stage) === null,
    }
  })
}

const peopleOf = ({ facts }: CentreState, withPhones: boolean): CentreSheet['people'] => ({
  leader: facts.leader ?? null,
  unit: facts.unit ?? null,
  person: facts.person ?? null,
  phone: withPhones ? (facts.phone ?? null) : maskPhone(facts.phone ?? null),
  builder: facts.builder ?? null,
})

/**
 * A centre as its forms and the rows of the workbench need it. Named one by one: spreading an object of this size into
 * a larger one takes two hundred times as long.
 */
export const centreSheet = ({ centre, state }: EvaluatedCentre, withPhones: boolean): CentreSheet => ({
  code: centre.code,
  countyCode: centre.countyCode,
  town: centre.town,
  village: centre.village,
  villageCode: centre.villageCode,
  name: centre.name,
  population: centre.population,
  priority: centre.priority,
  build: centre.build,
  meals: centre.meals,
  areaM2: centre.areaM2,
  position: centre.position,
  stage: centre.stage,
  verifiedStage: centre.verifiedStage,
  verification: centre.verification,
  percent: centre.percent,
  scheduledPercent: centre.scheduledPercent,
  light: centre.light,
  overlay: centre.overlay,
  badges: centre.badges,
  milestones: centre.milestones,
  funding: centre.funding,
  issueCounts: centre.issueCounts,
  updatedAt: centre.updatedAt,
  version: centre.version,
  people: peopleOf(state, withPhones),
  note: state.facts.note ?? null,
  planned: state.facts.planned ?? {},
  stages: stageStates(state),
  relocations: state.relocations,
  delayRequests: state.delayRequests,
})
