import type { Change, Changes } from '@lvliang/shared/board/summary.schema'
import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CentreLink } from '../../../components/centre-link.tsx'
import { dayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { type ChangeGroup, type ChangeKindGroup, kindsOfChange } from './change-groups.ts'
import classes from './changes-list.module.css'
import { ChangesTable, ChangesTableExport } from './changes-table.tsx'
import { shortCountyName } from './county-columns.tsx'
import panelClasses from './panel.module.css'
import { Panel, type PanelQuery } from './panel.tsx'
import { TwinSwitch } from './twin-switch.tsx'

type PlanNames = Pick<Plan, 'milestones' | 'stages' | 'counties'>

interface ChangesPanelProps {
  query: PanelQuery<Changes>
  plan: PlanNames
}

const FIRST = 4

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
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const [open, setOpen] = useState(false)
  const shown = open ? group.items : group.items.slice(0, FIRST)
  const hidden = group.items.length - FIRST
  return (
    <ul className={classes.names}>
      {shown.map((change: Change) => (
        <li key={change.code}>
          <CentreLink code={change.code}>{change.name}</CentreLink>
          <span className={classes.county}>{shortCountyName(plan.counties, change.countyCode, name)}</span>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('changes.fewer') : t('changes.more', { n: hidden })}
          </button>
        </li>
      )}
    </ul>
  )
}

function Kind({ kind: { kind, count, groups }, plan }: { kind: ChangeKindGroup; plan: PlanNames }) {
  const { t } = useTranslation('panels')
  return (
    <li className={classes.kind}>
      <h3 className={classes.head}>
        {t(`changes.kinds.${kind}`)} <strong className={classes.count}>{count}</strong>
      </h3>
      <ul className={classes.groups}>
        {groups.map(group => (
          <li key={group.key} className={classes.group}>
            <span className={classes.about}>
              <About group={group} plan={plan} />
            </span>
            <Names group={group} plan={plan} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function Groups({ changes, plan }: { changes: Changes; plan: PlanNames }) {
  const { t } = useTranslation('panels')
  if (changes.items.length === 0) return <p className={panelClasses.state}>{t('changes.none')}</p>
  return (
    <ul>
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
