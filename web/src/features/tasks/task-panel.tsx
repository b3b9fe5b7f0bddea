import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { taskQueries } from '../../api/task.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { LoadError } from '../../components/load-error.tsx'
import { shortCountyName } from '../../format/county-name.ts'
import { officeTasks as en } from '../../i18n/en/office-tasks.ts'
import { refusal as refusalEn } from '../../i18n/en/refusal.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { officeTasks } from '../../i18n/zh/office-tasks.ts'
import { refusal } from '../../i18n/zh/refusal.ts'
import { useMay } from '../../session/use-me.ts'
import { MoveQuota } from './move-quota.tsx'
import { QuotaNotice } from './quota-notice.tsx'
import { groupTasks, type TaskGroup } from './task-groups.ts'
import { TaskPlaces } from './task-place.tsx'
import classes from './tasks.module.css'
import type { Moved } from './use-move-quota.ts'

const WITH_ADVICE = [
  'majorIssue',
  'orderOverdue',
  'recheck',
  'handOut',
  'relocation',
  'delay',
  'verify',
  'monthMissing',
  'unsited',
] as const
type Advised = (typeof WITH_ADVICE)[number]
const isAdvised = (kind: string): kind is Advised => WITH_ADVICE.some(each => each === kind)

function Group({
  group,
  plan,
  onMove,
}: {
  group: TaskGroup
  plan: Plan
  onMove?: ((county: string) => void) | undefined
}) {
  const { t } = useTranslation('officeTasks')
  const { name } = useLanguage()
  const { kind, tasks, count, overdueDays } = group
  return (
    <section aria-label={t(`kind.${kind}`)}>
      <h3 className={classes.kind}>
        {t(`kind.${kind}`)} {count}
        {overdueDays > 0 && <strong className={classes.late}>{t('overdueMost', { n: overdueDays })}</strong>}
        {isAdvised(kind) && <span>{t(`about.${kind}`)}</span>}
        {kind === 'unsited' && onMove && (
          <Button look="link" onClick={() => onMove(tasks[0]?.county ?? '')}>
            {t('quota.move')}
          </Button>
        )}
      </h3>
      <ul className={classes.list}>
        {tasks.map(task => (
          <li key={JSON.stringify([task.county, task.params, task.centres[0]?.code])}>
            <span>{shortCountyName(plan.counties, task.county, name)}</span>
            <span className={classes.places}>
              <TaskPlaces task={task} plan={plan} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the city office or an inspector has to do: a line with the counts, behind it each thing with its link. */
export function TaskPanel({ plan }: { plan: Plan }) {
  usePageWords({ officeTasks: { zh: officeTasks, en }, refusal: { zh: refusal, en: refusalEn } })
  const { t } = useTranslation(['officeTasks', 'common'])
  const id = useId()
  const list = useQuery(taskQueries.own())
  const mayMove = useMay('moveQuota')
  const [isOpen, setOpen] = useState(false)
  const [from, setFrom] = useState<string | null>(null)
  const [moved, setMoved] = useState<Moved | null>(null)
  if (list.error) return <LoadError error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <div className={classes.line}>{t('common:loading')}</div>
  const groups = groupTasks(list.data.items)
  const n = groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <section aria-label={t('title')}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.count}
          aria-expanded={isOpen}
          aria-controls={`${id}-tasks`}
          onClick={() => setOpen(!isOpen)}
        >
          <strong>{n === 0 ? t('none') : t('count', { n })}</strong>
          <span className={classes.kinds}>
            {groups.map(({ kind, count }) => `${t(`kind.${kind}`)} ${count}`).join(' · ')}
          </span>
          <span>{t(isOpen ? 'close' : 'open')}</span>
        </button>
      </div>
      <div id={`${id}-tasks`} className={classes.panel} hidden={!isOpen}>
        {moved && (
          <QuotaNotice key={moved.id} moved={moved} plan={plan} onUndone={setMoved} onClose={() => setMoved(null)} />
        )}
        {groups.map(group => (
          <Group key={group.kind} group={group} plan={plan} onMove={mayMove ? setFrom : undefined} />
        ))}
        {mayMove && !groups.some(({ kind }) => kind === 'unsited') && (
          <Button look="link" onClick={() => setFrom(plan.counties[0]?.code ?? '')}>
            {t('quota.move')}
          </Button>
        )}
      </div>
      {from !== null && (
        <MoveQuota
          plan={plan}
          from={from}
          onMoved={done => {
            setMoved(done)
            setFrom(null)
          }}
          onClose={() => setFrom(null)}
        />
      )}
    </section>
  )
}
