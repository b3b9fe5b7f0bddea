import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { distanceM } from '@lvliang/shared/geo/polygon'
import type { ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../../api/centre.queries.ts'
import { checklistQueries, visitReportUrl } from '../../../api/inspection.queries.ts'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { countyName } from '../../../format/county-name.ts'
import { dueDayInProse, fullDayInProse, shanghaiTime } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMay } from '../../../session/use-me.ts'
import { RecordPhotos } from './record-photos.tsx'
import { RecordResults } from './record-results.tsx'
import classes from './record-sheet.module.css'
import { usePositionWords } from './use-position-words.ts'

export type Recorded = NonNullable<VisitDetail['record']>

interface RecordSheetProps {
  visit: VisitDetail
  record: Recorded
  plan: Plan
  /** Just recorded. */
  isNew: boolean
}

const timeOf = (instant: string) => shanghaiTime(instant).slice(11)

function useStageSays({ verification }: VisitDetail, plan: Plan): string | null {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  if (!verification) return null
  const { stage: id, recognisedOn, disputes, note } = verification
  const stage = plan.stages.find(each => each.id === id)?.name[name] ?? id
  const says =
    recognisedOn === null
      ? t('visit.record.notReached', { stage })
      : t(disputes ? 'visit.record.disputes' : 'visit.record.agrees', { stage, day: dueDayInProse(recognisedOn, name) })
  return note ? `${says} · ${note}` : says
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('inspections')
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children || t('visit.record.none')}</dd>
    </div>
  )
}

type SheetProps = Omit<RecordSheetProps, 'isNew'> & { centre: CentreDetail | undefined }

function Facts({ visit, record, plan, centre }: SheetProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const position = usePositionWords()
  const stage = useStageSays(visit, plan)
  const joined = (names: readonly string[] | undefined) => (names ?? []).join(t('visit.record.separator'))
  const site = centre?.position
  const at = record.position
  const far = at && site ? distanceM([at.lon, at.lat], [site.lon, site.lat]) : null
  return (
    <dl className={classes.facts}>
      <Fact label={t('visit.record.centre')}>
        <Link to="/centres/$code" params={{ code: visit.centre.code }} className={classes.link}>
          {visit.centre.name} {visit.centre.code}
        </Link>
      </Fact>
      <Fact label={t('visit.record.county')}>{countyName(plan.counties, visit.county, name)}</Fact>
      <Fact label={t('visit.record.kind')}>{t(`terms.kind.${visit.kind}`)}</Fact>
      <Fact label={t('visit.record.when')}>
        {t('visit.record.span', {
          day: fullDayInProse(visit.date, name),
          from: timeOf(record.arrivedAt),
          to: timeOf(record.leftAt),
        })}
      </Fact>
      <Fact label={t('visit.record.inspectors')}>{joined(visit.inspectors.map(each => each.name))}</Fact>
      <Fact label={t('visit.record.companions')}>{joined(record.companions)}</Fact>
      <Fact label={t('visit.record.found')}>{t(`terms.found.${record.found}`)}</Fact>
      <Fact label={t('visit.record.present')}>{joined(record.present)}</Fact>
      <Fact label={t('visit.record.position')}>{at && position(at.accuracyM, far)}</Fact>
      <Fact label={t('visit.record.plate')}>{t(`terms.plate.${record.plate}`)}</Fact>
      <Fact label={t('visit.record.verified')}>{stage}</Fact>
      <Fact label={t('visit.record.notes')}>{record.notes}</Fact>
    </dl>
  )
}

function Findings({ issues }: Pick<VisitDetail, 'issues'>) {
  const { t } = useTranslation('inspections')
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('visit.record.findings')}</h2>
      {issues.length === 0 ? (
        <p className={form.help}>{t('visit.record.noFindings')}</p>
      ) : (
        <ul>
          {issues.map(({ id, number, title, again }) => (
            <li key={id} className={classes.finding}>
              <Link to="/inspections/issues/$issue" params={{ issue: id }} className={classes.link}>
                {number}
              </Link>
              <span>
                {title}
                {again && <span className={classes.again}>{t('visit.record.again')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Bar({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation('inspections')
  const mayReport = useMay('getVisitReport')
  return (
    <div className={classes.bar}>
      <Button className={classes.tall} onClick={() => window.print()}>
        {t('visit.record.print')}
      </Button>
      {mayReport && (
        <a className={classes.download} href={visitReportUrl(visit.id)} download>
          {t('visit.record.report')}
        </a>
      )}
    </div>
  )
}

/** A visit as it was recorded: what was seen, verified and found; as printed, with room for signatures. */
export function RecordSheet({ visit, record, plan, isNew }: RecordSheetProps) {
  const { t } = useTranslation(['inspections', 'common'])
  const centre = useQuery(centreQueries.one(visit.centre.code, {})).data
  const checklist: ChecklistInForce | undefined = useQuery(checklistQueries.current()).data
  return (
    <article className={classes.page}>
      <p className={classes.done} role="status">
        {isNew && t('visit.record.done')}
      </p>
      <Bar visit={visit} />
      <h1 className={classes.title}>
        {t('visit.record.heading')} · {visit.centre.name}
      </h1>
      <p className={classes.recordedAt}>
        {visit.recordedAt && t('visit.record.recordedAt', { time: shanghaiTime(visit.recordedAt) })}
        {plan.demonstration && <strong className={classes.demonstration}>{t('common:demonstration')}</strong>}
      </p>
      <Facts visit={visit} record={record} plan={plan} centre={centre} />
      <Findings issues={visit.issues} />
      {checklist && <RecordResults record={record} checklist={checklist} />}
      {centre && <RecordPhotos record={record} centre={centre} checklist={checklist} />}
      <div className={classes.signatures}>
        <p>{t('visit.record.signature')}</p>
        <p>{t('visit.record.presentSignature')}</p>
      </div>
    </article>
  )
}
