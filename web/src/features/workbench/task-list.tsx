import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { Task } from '@lvliang/shared/tasks/task.schema'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import { isHeldEnter } from '../../components/dialog/is-held-enter.ts'
import form from '../../components/form/form.module.css'
import { dueDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { type TaskTarget, targetOf } from './target.ts'
import { type FieldNames, useFieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

interface TaskListProps {
  tasks: readonly Task[]
  asOf: string
  plan: Plan
  centres: readonly CentreSheet[]
  onGo: (target: TaskTarget) => void
}

function useTaskWords(names: FieldNames) {
  const { t } = useTranslation(['workbench', 'common'])
  return ({ kind, params }: Task): string => {
    const words = {
      ...params,
      stage: names.stage(params.stage ?? ''),
      milestone: names.milestone(params.milestone ?? ''),
      document: params.document ? t(`documents.kind.${params.document as 'contract'}`) : '',
      colour: params.colour ? t(`common:light.${params.colour as 'red'}`) : '',
    }
    return String(t(`tasks.kind.${kind}`, words as never))
  }
}

function When({ task, asOf }: { task: Task; asOf: string }) {
  const { t } = useTranslation('workbench')
  const { name } = useLanguage()
  if (task.due === null) return null
  if (task.overdueDays > 0)
    return <strong className={classes.overdue}>{t('tasks.overdue', { n: task.overdueDays })}</strong>
  if (task.due === asOf) return <strong>{t('tasks.today')}</strong>
  const words = { day: dueDayInProse(task.due, name) }
  return <span className={classes.when}>{t(task.kind === 'turnsWorse' ? 'tasks.from' : 'tasks.due', words)}</span>
}

const buttonsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-task]') ?? [])]

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** One stop for Tab; arrow keys go from one thing to do to the next. */
function onKey(event: KeyboardEvent<HTMLElement>) {
  if (isHeldEnter(event)) return event.preventDefault()
  const buttons = buttonsIn(event.currentTarget)
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const step = STEPS[event.key]
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step && at + step
  if (to === undefined || !buttons[to]) return
  event.preventDefault()
  buttons[to].focus()
}

/** A dialog a task opened gives the focus back, or would, were the task not done meanwhile. */
const isOfDialog = (element: Element) => element.closest('dialog, [role=dialog]') !== null

const isButton = (element: Element | null) => element instanceof HTMLElement && element.dataset.task !== undefined

/** What there is to do, the most urgent first; the first has the focus, then the next, so that Enter goes on. */
export function TaskList({ tasks, asOf, plan, centres, onGo }: TaskListProps) {
  const { t } = useTranslation('workbench')
  const names = useFieldNames(plan)
  const says = useTaskWords(names)
  const list = useRef<HTMLUListElement>(null)
  const wasIn = useRef(true)
  /** Which of the things to do had the focus last. */
  const place = useRef(0)
  useEffect(() => {
    // What was just done is gone from the list, and the focus with it: the next thing has it.
    // A dialog gives the focus back unheard, so it is looked for, not listened to.
    const buttons = buttonsIn(list.current)
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    if (at >= 0) {
      wasIn.current = true
      place.current = at
    }
    const isLost = document.activeElement === document.body || document.activeElement?.id === 'main'
    if (!wasIn.current || !isLost) return
    buttons[Math.min(place.current, buttons.length - 1)]?.focus({ preventScroll: true })
  })
  if (tasks.length === 0) return <p className={classes.gap}>{t('tasks.none')}</p>
  let stops = 0
  return (
    <ul
      ref={list}
      className={classes.tasks}
      onKeyDown={onKey}
      onFocus={event => {
        wasIn.current = true
        place.current = Math.max(0, buttonsIn(list.current).indexOf(event.target))
      }}
      onBlur={event => {
        const to = event.relatedTarget
        wasIn.current = to === null || isButton(to) || isOfDialog(to)
      }}
    >
      {tasks.map(task => {
        const named = task.centres.length > 0 ? task.centres : [null]
        return (
          <li key={JSON.stringify([task.kind, task.due, task.params])} className={classes.task}>
            <span className={classNames(task.overdueDays > 0 && classes.late)}>{says(task)}</span>
            <When task={task} asOf={asOf} />
            <span className={classes.places}>
              {named.map(centre => {
                const target = targetOf(task, centre ? centres.find(({ code }) => code === centre.code) : undefined)
                if (target.kind === 'none') return null
                return (
                  <button
                    key={centre?.code ?? ''}
                    type="button"
                    data-task=""
                    tabIndex={stops++ === 0 ? 0 : -1}
                    className={form.link}
                    aria-label={`${says(task)} ${centre?.name ?? t('tasks.county')}`}
                    onClick={() => onGo(target)}
                  >
                    {centre?.name ?? t('tasks.county')}
                  </button>
                )
              })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
