import type { Change, Changes } from '@lvliang/shared/board/summary.schema'
import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CentreLink } from '../../../components/centre-link.tsx'
import { shortCountyName } from '../../../format/county-name.ts'
import { dayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { type ChangeGroup, type ChangeKindGroup, kindsOfChange } from './change-groups.ts'
import classes from './changes-list.module.css'
import { ChangesTable, ChangesTableExport } from './changes-table.tsx'
import panelClasses from './panel.module.css'
import { Panel, type PanelQuery } from './panel.tsx'
import { TwinSwitch } from './twin-switch.tsx'

type PlanNames = Pick<Plan, 'milestones' | 'stages' | 'counties'>

interface ChangesPanelProps {
  query: PanelQuery<Changes>
  plan: PlanNames
}

/** A kind with no more changes than this shows its names at once, a longer one its counts. */
const AT_ONCE = 2

function About({ group, plan }: { group: ChangeGroup; plan: PlanNames }) {
  const { name } = useLanguage()
  if (group.kind === 'lightWorse' || group.kind === 'lightBetter') {
    return (
      <>
        <StatusLabel shape={group.from as LightColour} fill="solid" /> →{' '}
        <StatusLabel shape={group.to as LightColour} fill="solid" />
      </>
    )
  }
  const thing =
    plan.milestones.find(({ id }) => id === group.milestone) ?? plan.stages.find(({ id }) => id === group.stage)
  return thing?.name[name]
}

function Names({ group, plan }: { group: ChangeGroup; plan: PlanNames }) {
  const { name } = useLanguage()
  return (
    <ul className={classes.names}>
      <li className={classes.about}>
        <About group={group} plan={plan} />
      </li>
      {group.items.map((change: Change) => (
        <li key={change.code}>
          <CentreLink code={change.code}>{change.name}</CentreLink>
          <span className={classes.county}>{shortCountyName(plan.counties, change.countyCode, name)}</span>
        </li>
      ))}
    </ul>
  )
}

function Counts({ groups, plan }: { groups: readonly ChangeGroup[]; plan: PlanNames }) {
  return (
    <ul className={classes.names}>
      {groups.map(group => (
        <li key={group.key} className={classes.about}>
          <About group={group} plan={plan} /> {group.items.length}
        </li>
      ))}
    </ul>
  )
}

function Kind({ kind: { kind, count, groups }, plan }: { kind: ChangeKindGroup; plan: PlanNames }) {
  const { t } = useTranslation('panels')
  const [open, setOpen] = useState(count <= AT_ONCE)
  return (
    <li className={classes.kind}>
      <h3 className={classes.head}>
        <strong className={classes.count}>{count}</strong> {t(`changes.kinds.${kind}`)}
      </h3>
      <div className={classes.what}>
        {open ? (
          groups.map(group => <Names key={group.key} group={group} plan={plan} />)
        ) : (
          <Counts {...{ groups, plan }} />
        )}
      </div>
      {count > AT_ONCE && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={open}
          aria-label={t(open ? 'changes.fewerOf' : 'changes.moreOf', { kind: t(`changes.kinds.${kind}`) })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'changes.fewer' : 'changes.more')}
        </button>
      )}
    </li>
  )
}

function Groups({ changes, plan }: { changes: Changes; plan: PlanNames }) {
  const { t } = useTranslation('panels')
  if (changes.items.length === 0) return <p className={panelClasses.state}>{t('changes.none')}</p>
  // Another week or filter is another list: its lines appear in place instead of sliding there.
  return (
    <ul className={classes.kinds} key={`${changes.to} ${changes.items.length}`}>
      {kindsOfChange(changes.items).map(kind => (
        <Kind key={kind.kind} kind={kind} plan={plan} />
      ))}
    </ul>
  )
}

export function ChangesPanel({ query, plan }: ChangesPanelProps) {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const [table, setTable] = useState(false)
  const { data } = query
  const range = data && t('changes.range', { from: dayInProse(data.from, name), to: dayInProse(data.to, name) })
  return (
    <Panel
      title={t('changes.title')}
      asOf={data?.to}
      aside={range}
      query={query}
      minHeight={120}
      actions={changes => (
        <>
          {table && <ChangesTableExport changes={changes} plan={plan} />}
          <TwinSwitch table={table} of="list" onChange={setTable} />
        </>
      )}
    >
      {changes => (table ? <ChangesTable changes={changes} plan={plan} /> : <Groups changes={changes} plan={plan} />)}
    </Panel>
  )
}
