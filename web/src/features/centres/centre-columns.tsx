import type { Centre, LightColour } from '@lvliang/shared/centres/centre.schema'
import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import { formatWan } from '@lvliang/shared/funding/money'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { stageOrder } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import { CentreLink } from '../../components/centre-link.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Badges, LightCell, NextNodeCell, StageCell } from './centre-cells.tsx'
import classes from './centre-table.module.css'
import { nextNode } from './next-node.ts'
import type { PlanWords } from './use-plan-words.ts'

export interface CentreColumnsInput {
  t: TFunction<'centres'>
  plan: Plan
  words: PlanWords
  asOf: string
}

/** Which order of the API a column asks for; a column that is not here cannot be sorted by. */
export const COLUMN_SORTS: Readonly<Record<string, string>> = {
  code: 'code',
  county: 'county',
  village: 'name',
  stage: 'stage',
  light: 'light',
  next: 'overdueDays',
  float: 'floatDays',
  money: 'paid',
  updated: 'updatedAt',
}

/** How bad a light is, for sorting. */
const SEVERITY: Record<LightColour, number> = { blue: 0, green: 1, yellow: 2, red: 3 }

/** The list's columns from left to right. */
export function centreColumns({ t, plan, words, asOf }: CentreColumnsInput): Column<Centre>[] {
  const column = (id: string, rest: Partial<Column<Centre>> & Pick<Column<Centre>, 'header' | 'value'>) => ({
    id,
    sortable: id in COLUMN_SORTS,
    ...rest,
  })
  const main = (centre: Centre) => centre.milestones.mainStructure
  return [
    column('code', {
      header: t('column.code'),
      rowHeader: true,
      value: centre => centre.code,
      cell: (centre, props) => (
        <CentreLink code={centre.code} main={props}>
          {centre.code}
        </CentreLink>
      ),
    }),
    column('county', {
      header: t('column.county'),
      value: centre => words.shortCounty(centre.countyCode),
      sortBy: centre => centre.countyCode,
    }),
    column('village', {
      header: t('column.village'),
      className: classes.village,
      value: centre => centre.village,
      cell: centre =>
        centre.village === null ? (
          <span className={classes.second}>{t('notSited')}</span>
        ) : (
          <span lang="zh-CN">
            {centre.village} <span className={classes.second}>{centre.town}</span>
          </span>
        ),
    }),
    column('stage', {
      header: t('column.stage'),
      value: centre => words.stage(centre.stage),
      sortBy: centre => stageOrder(centre.stage),
      cell: centre => <StageCell centre={centre} t={t} words={words} />,
    }),
    column('light', {
      header: t('column.light'),
      descendingFirst: true,
      className: classes.light,
      value: centre => centre.light.colour,
      sortBy: centre => SEVERITY[centre.light.colour],
      cell: centre => <LightCell centre={centre} t={t} words={words} />,
    }),
    column('next', {
      header: t('column.next'),
      descendingFirst: true,
      value: centre => main(centre).overdueDays,
      cell: centre => <NextNodeCell next={nextNode(centre.milestones, plan.milestones, asOf)} t={t} words={words} />,
    }),
    column('forecast', {
      header: t('column.forecast'),
      title: t('column.forecastFull'),
      numeric: true,
      value: centre => main(centre).forecast,
    }),
    column('float', {
      header: t('column.float'),
      title: t('column.floatFull'),
      numeric: true,
      value: centre => main(centre).floatDays,
      cell: centre => <Float days={main(centre).floatDays} />,
    }),
    column('badges', {
      header: t('column.badges'),
      value: centre => centre.badges.length,
      cell: centre => <Badges badges={centre.badges} t={t} words={words} />,
    }),
    column('money', {
      header: t('column.money'),
      numeric: true,
      descendingFirst: true,
      value: centre => centre.funding.paidFen,
      cell: ({ funding }) => (
        <>
          {formatWan(funding.paidFen)}
          <span className={classes.second}> / {formatWan(funding.plannedFen)}</span>
        </>
      ),
    }),
    column('updated', {
      header: t('column.updated'),
      title: t('column.updatedFull'),
      numeric: true,
      descendingFirst: true,
      value: centre => centre.updatedAt && dayOfInstant(centre.updatedAt),
    }),
  ]
}

function Float({ days }: { days: number | null }) {
  if (days === null) return null
  return days < 0 ? <span className={classes.late}>−{-days}</span> : days
}
