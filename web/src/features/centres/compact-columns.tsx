import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { CentreLink } from '../../components/centre-link.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { markOf } from '../../status/centre-mark.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import { NextNodeCell, StageCell } from './centre-cells.tsx'
import type { CentreColumnsInput } from './centre-columns.tsx'
import classes from './centre-table.module.css'
import { nextNode } from './next-node.ts'

/** A phone's list: everything about a centre in one cell of three short lines. */
export function compactColumns({ t, plan, words, asOf }: CentreColumnsInput): Column<Centre>[] {
  return [
    {
      id: 'centre',
      header: t('list.title'),
      rowHeader: true,
      className: classes.compact,
      value: centre => centre.code,
      cell: (centre, main) => (
        <>
          <span className={classes.compactHead}>
            <CentreLink code={centre.code} main={main} className={classes.compactName}>
              {centre.village === null ? `${centre.code} ${t('notSited')}` : centre.village}
            </CentreLink>
            <StatusLabel {...markOf(centre)} />
          </span>
          <span className={classes.compactLine}>
            {words.county(centre.countyCode)} {centre.town} · <StageCell centre={centre} t={t} words={words} />
          </span>
          <span className={classes.compactLine}>
            {centre.light.reasons[0] && centre.light.colour !== 'blue' ? (
              words.reason(centre.light.reasons[0])
            ) : (
              <NextNodeCell next={nextNode(centre.milestones, plan.milestones, asOf)} t={t} words={words} />
            )}
          </span>
        </>
      ),
    },
  ]
}
