import type { Visit } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { Column } from '../../../components/data-table/column.ts'
import { countyName, shortCountyName } from '../../../format/county-name.ts'
import type { NameKey } from '../../../format/format.ts'
import classes from './visits.module.css'

interface Input {
  t: TFunction<'inspections'>
  name: NameKey
  plan: Plan
}

/** What came of a visit, in words. */
export function resultWords(
  { state, findings, failed, verifiedStage, found }: Visit,
  { t, name, plan }: Input,
): string {
  if (state !== 'recorded') return ''
  const stage = plan.stages.find(({ id }) => id === verifiedStage)?.name[name]
  return [
    found !== null && found !== 'open' && t(`terms.found.${found}`),
    failed > 0 && t('home.visitList.failed', { n: failed }),
    findings > 0 && t('home.visitList.found', { n: findings }),
    failed + findings === 0 && found === 'open' && t('home.visitList.fine'),
    stage && t('home.visitList.verified', { stage }),
  ]
    .filter(Boolean)
    .join(name === 'zh' ? '，' : ', ')
}

/** The columns of the list of visits. */
export function visitColumns(input: Input): Column<Visit>[] {
  const { t, name, plan } = input
  return [
    {
      id: 'date',
      header: t('home.visitList.date'),
      value: visit => visit.date,
      cell: ({ id, date }, main) => (
        <Link to="/inspections/visits/$visit" params={{ visit: id }} {...main}>
          {date}
        </Link>
      ),
    },
    {
      id: 'centre',
      header: t('home.visitList.centre'),
      rowHeader: true,
      value: visit => visit.centre.name,
      cell: ({ centre }) => (
        <Link to="/centres/$code" params={{ code: centre.code }} tabIndex={-1} lang="zh-CN">
          {centre.name}
        </Link>
      ),
    },
    {
      id: 'county',
      header: t('home.visitList.county'),
      value: visit => visit.county,
      cell: visit => shortCountyName(plan.counties, visit.county, name),
      exported: [{ header: t('home.visitList.county'), value: visit => countyName(plan.counties, visit.county, name) }],
    },
    {
      id: 'state',
      header: t('home.visitList.state'),
      value: visit => t(`terms.visitState.${visit.state}`),
    },
    { id: 'kind', header: t('home.visitList.kind'), value: visit => t(`terms.kind.${visit.kind}`) },
    {
      id: 'result',
      header: t('home.visitList.result'),
      value: visit => resultWords(visit, input),
      className: classes.result,
    },
    {
      id: 'team',
      header: t('home.visitList.team'),
      value: visit => visit.inspectors.map(inspector => inspector.name).join('、'),
      className: classes.spare,
    },
  ]
}
