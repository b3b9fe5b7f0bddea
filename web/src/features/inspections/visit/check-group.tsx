import type { CheckItem, CheckGroup as Group } from '@lvliang/shared/inspections/checklist.schema'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import { Button } from '../../../components/form/button.tsx'
import { useLanguage } from '../../../i18n/use-language.ts'
import { at } from './anchors.ts'
import { CheckRow } from './check-row.tsx'
import classes from './checks.module.css'
import { useVisitForm } from './form-context.ts'
import { isReached, resultOf } from './visit-draft.ts'

/** Items whose stage has not come: answered by themselves, each can be looked at all the same. */
function NotReached({ items, title }: { items: readonly CheckItem[]; title?: string | undefined }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { act, plan } = useVisitForm()
  if (items.length === 0) return null
  const stageName = (id: string) => plan.stages.find(stage => stage.id === id)?.name[name] ?? id
  return (
    <details className={classNames(classes.later, title !== undefined && classes.allLater)}>
      <summary>
        {title !== undefined && <h3>{title}</h3>}
        {t('visit.check.notReached', { n: items.length })}
      </summary>
      <ul>
        {items.map(item => (
          <li key={item.id} id={at.item(item.id)} className={classes.laterItem}>
            <span>
              {item.text[name]}
              <span className={classes.how}>{t('visit.check.from', { stage: stageName(item.from) })}</span>
            </span>
            <Button
              className={classes.laterButton}
              aria-label={t('visit.check.openItem', { item: item.text[name] })}
              onClick={() => act({ do: 'open', item: item.id })}
            >
              {t('visit.check.open')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** One press for all that is left of a group, and one to take that back. */
function Rest({ group, open }: { group: Group; open: readonly CheckItem[] }) {
  const { t } = useTranslation('inspections')
  const { draft, act } = useVisitForm()
  const filled = draft.filled[group.id]?.filter(id => draft.checks[id]?.result === 'pass') ?? []
  if (open.length > 0) {
    return (
      <Button
        className={classes.rest}
        onClick={() => act({ do: 'passRest', group: group.id, items: open.map(({ id }) => id) })}
      >
        {t('visit.check.passRest', { n: open.length })}
      </Button>
    )
  }
  if (filled.length === 0) return null
  return (
    <Button className={classes.rest} onClick={() => act({ do: 'undoRest', group: group.id })}>
      {t('visit.check.undo', { n: filled.length })}
    </Button>
  )
}

/** One group of the checklist. */
export function CheckGroup({ group }: { group: Group }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { draft, context } = useVisitForm()
  const { stage } = context
  const title = `group-${group.id}`
  const shown = group.items.filter(item => draft.checks[item.id] || isReached(item, stage))
  const later = group.items.filter(item => !shown.includes(item))
  const open = group.items.filter(item => resultOf(draft, item, stage) === null)
  if (shown.length === 0) return <NotReached items={later} title={group.name[name]} />
  return (
    <section className={classes.group} aria-labelledby={title}>
      <div className={classes.head}>
        <h3 id={title} className={classes.title}>
          {group.name[name]}
          {group.safety && <span className={classes.safety}>{t('visit.check.safety')}</span>}
        </h3>
        <span className={classes.count}>
          {t('visit.check.count', { done: group.items.length - open.length, all: group.items.length })}
        </span>
        <Rest group={group} open={open} />
      </div>
      <ol>
        {shown.map(item => (
          <CheckRow key={item.id} item={item} number={group.items.indexOf(item) + 1} />
        ))}
      </ol>
      <NotReached items={later} />
    </section>
  )
}
