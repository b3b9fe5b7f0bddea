import {
  CHECK_RESULTS,
  type CheckGroup,
  type ChecklistInForce,
  type CheckResult,
} from '@lvliang/shared/inspections/checklist.schema'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import form from '../../../components/form/form.module.css'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './record-sheet.module.css'
import type { Recorded } from './record-sheet.tsx'

type Checked = Recorded['items'][number]

/** Failures first: the rest is what one expects. */
const ORDER: readonly CheckResult[] = ['fail', 'pass', 'notApplicable', 'notReached']

/** What was found of one group: each failure and each note by itself, the rest in one line by result. */
function Group({ group, items }: { group: CheckGroup; items: readonly Checked[] }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const textOf = (id: string) => group.items.find(item => item.id === id)?.text[name] ?? id
  return (
    <div className={classes.group}>
      <h3 className={classes.groupName}>{group.name[name]}</h3>
      <dl className={classes.results}>
        {ORDER.map(result => {
          const own = items.filter(item => item.result === result)
          if (own.length === 0) return null
          return (
            <div key={result} className={classNames(classes.result, result === 'fail' && classes.failed)}>
              <dt>
                {t(`terms.result.${result}`)} {own.length}
              </dt>
              <dd>
                {own
                  .map(({ item, note }) => (note ? `${textOf(item)}（${note}）` : textOf(item)))
                  .join(name === 'zh' ? '；' : '; ')}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

/** The checklist as it was answered, by groups. */
export function RecordResults({ record, checklist }: { record: Recorded; checklist: ChecklistInForce }) {
  const { t } = useTranslation('inspections')
  const counts = Object.fromEntries(
    CHECK_RESULTS.map(result => [result, record.items.filter(item => item.result === result).length]),
  ) as Record<CheckResult, number>
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('visit.record.results')}</h2>
      {record.items.length === 0 ? (
        <p className={form.help}>{t('visit.record.noResults')}</p>
      ) : (
        <p className={classes.counts}>{t('visit.summary.counts', counts)}</p>
      )}
      {checklist.groups.map(group => {
        const items = record.items.filter(({ item }) => group.items.some(({ id }) => id === item))
        return items.length === 0 ? null : <Group key={group.id} group={group} items={items} />
      })}
    </section>
  )
}
