import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { REPORTABLE_STAGES } from '@lvliang/shared/plan/stage'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'

/** The names of stages, nodes and of every field, in the language on screen. */
export function useFieldNames(plan: Plan) {
  const { t } = useTranslation(['workbench', 'centres'])
  const { name } = useLanguage()
  return useMemo(() => {
    const stages = new Map<string, string>(plan.stages.map(stage => [stage.id, stage.name[name]]))
    const milestones = new Map<string, string>(plan.milestones.map(node => [node.id, node.name[name]]))
    const stage = (id: string) => stages.get(id) ?? id
    const fields = new Map<string, string>([
      ['population', t('grid.population')],
      ['build', t('centres:facts.build')],
      ['areaM2', t('grid.area')],
      ['meals', t('centres:facts.meals')],
      ['note', t('centres:facts.note')],
      ...(['leader', 'unit', 'person', 'phone', 'builder'] as const).map(
        role => [role, t(`centres:people.${role}`)] as const,
      ),
      ...REPORTABLE_STAGES.flatMap(id => [
        [`reported.${id}`, t('grid.reportedOf', { stage: stage(id) })] as const,
        [`planned.${id}`, t('grid.plannedOf', { stage: stage(id) })] as const,
      ]),
    ])
    return { stage, milestone: (id: string) => milestones.get(id) ?? id, field: (id: string) => fields.get(id) ?? id }
  }, [plan, name, t])
}
export type FieldNames = ReturnType<typeof useFieldNames>
