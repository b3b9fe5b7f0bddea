import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { Task } from '@lvliang/shared/tasks/task.schema'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ActName } from '../../filters/act-search.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** The dialog a task is done in. */
const DONE_IN: Partial<Record<Task['kind'], ActName>> = { verify: 'verify', relocation: 'relocation', delay: 'delay' }

function useSays({ kind, params }: Task, plan: Plan) {
  const { t } = useTranslation('officeTasks')
  const { name: language } = useLanguage()
  const node = plan.milestones.find(({ id }) => id === params.milestone)?.name[language] ?? ''
  return (name: string): string => {
    if (kind === 'relocation') return t('reason', { name, reason: params.reason ?? '' })
    if (kind === 'delay') return t('delayOf', { name, node, day: params.newDue ?? '' })
    return name
  }
}

/** The centres of a task, each a link to where it is done; a month of a county is said. */
export function TaskPlaces({ task, plan }: { task: Task; plan: Plan }) {
  const says = useSays(task, plan)
  const { kind, centres, params } = task
  const [first] = centres
  if (params.issue) {
    return (
      <Link to="/inspections/issues/$issue" params={{ issue: params.issue }} lang="zh-CN">
        {first ? `${first.name}：${params.title}` : params.title}
      </Link>
    )
  }
  if (params.visit) {
    return (
      <Link to="/inspections/visits/$visit" params={{ visit: params.visit }} lang="zh-CN">
        {first?.name}
      </Link>
    )
  }
  if (centres.length === 0) return <span>{params.period}</span>
  return centres.map(({ code, name }) => (
    <Link
      key={code}
      to="/centres/$code"
      params={{ code }}
      search={{ act: DONE_IN[kind], request: kind === 'delay' ? params.requestId : undefined }}
      lang="zh-CN"
    >
      {says(name)}
    </Link>
  ))
}
