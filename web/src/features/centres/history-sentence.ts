import type { HistoryEntry } from '@lvliang/shared/centres/centre.schema'
import type { CentreFacts, RecordBody, RecordKind } from '@lvliang/shared/centres/record.schema'
import { formatWan } from '@lvliang/shared/funding/money'
import type { MilestoneId, ReportableStage } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import type { PlanWords } from './use-plan-words.ts'

type T = TFunction<'centres'>
type Names = Pick<PlanWords, 'stage' | 'milestone' | 'source'>
type Sentences = {
  [K in RecordKind]: (body: RecordBody<K>, t: T, names: Names) => (string | false | null | undefined)[]
}

const noteWords = (note: string | undefined, t: T) => note && t('history.note', { note })

function factValue(facts: Partial<CentreFacts>, field: keyof CentreFacts, t: T): string | null {
  const value = facts[field]
  if (value === null || value === undefined) return null
  switch (field) {
    case 'population': {
      const { value: n, basis } = value as NonNullable<CentreFacts['population']>
      return t('facts.populationSays', { n, basis: t(`facts.basis.${basis}`) })
    }
    case 'build':
      return t(`facts.builds.${value as NonNullable<CentreFacts['build']>}`)
    case 'meals':
      return t(value ? 'facts.yes' : 'facts.no')
    case 'position': {
      const { lon, lat } = value as NonNullable<CentreFacts['position']>
      return `${lon.toFixed(5)}, ${lat.toFixed(5)}`
    }
    default:
      return String(value)
  }
}

const FIELD_NAMES = {
  town: 'facts.town',
  village: 'facts.village',
  villageCode: 'facts.villageCode',
  population: 'facts.population',
  build: 'facts.build',
  areaM2: 'facts.area',
  position: 'facts.position',
  meals: 'facts.meals',
  leader: 'people.leader',
  unit: 'people.unit',
  person: 'people.person',
  phone: 'people.phone',
  builder: 'people.builder',
  note: 'facts.note',
} as const
type Field = keyof typeof FIELD_NAMES

function factWords(facts: Partial<CentreFacts>, t: T, names: Names): string[] {
  const stated = (Object.keys(FIELD_NAMES) as Field[])
    .filter(field => field in facts)
    .map(field => {
      const value = factValue(facts, field, t)
      return value === null
        ? t('history.factsWithdrawn', { field: t(FIELD_NAMES[field]) })
        : `${t(FIELD_NAMES[field])} ${value}`
    })
  const days = Object.entries(facts.planned ?? {})
    .filter(([, day]) => day !== null)
    .map(([stage, day]) => `${names.stage(stage as ReportableStage)} ${day}`)
  const planned = days.length > 0 ? [t('history.planned', { list: days.join(t('history.listSeparator')) })] : []
  return [...stated, ...planned]
}

/** What each kind of record says, as parts of a sentence. */
const SENTENCES: Sentences = {
  facts: ({ facts }, t, names) => [
    t('history.facts', { list: factWords(facts, t, names).join(t('history.listSeparator')) }),
  ],
  stageReported: ({ stage, note }, t, names) => [
    t('history.stageReported', { stage: names.stage(stage) }),
    noteWords(note, t),
  ],
  stageVerified: ({ stage, recognisedOn, disputes, note }, t, names) => {
    const says = { stage: names.stage(stage), day: recognisedOn ?? '' }
    if (recognisedOn === null) return [t('history.stageNotFound', says), noteWords(note, t)]
    return [t(disputes ? 'history.stageDisputed' : 'history.stageVerified', says), noteWords(note, t)]
  },
  stageWithdrawn: ({ note }, t) => [t('history.stageWithdrawn'), noteWords(note, t)],
  stageReversal: ({ stage, reason }, t, names) => [t('history.stageReversal', { stage: names.stage(stage), reason })],
  suspension: ({ reason, until }, t) => [
    until === null ? t('history.suspension', { reason }) : t('history.suspensionUntil', { reason, day: until }),
  ],
  suspensionEnded: ({ note }, t) => [t('history.suspensionEnded'), noteWords(note, t)],
  relocationRequested: ({ reason }, t) => [t('history.relocationRequested', { reason })],
  relocationAgreed: ({ facts, dueDays, note }, t, names) => [
    t('history.relocationAgreed', { village: facts.village ?? '—' }),
    ...Object.entries(dueDays).map(([node, day]) =>
      t('history.newDue', { node: names.milestone(node as MilestoneId), day }),
    ),
    noteWords(note, t),
  ],
  requestDeclined: ({ reason }, t) => [t('history.requestDeclined', { reason })],
  delayRequested: ({ milestone, newDue, category, evidence }, t, names) => [
    t('history.delayRequested', {
      node: names.milestone(milestone),
      day: newDue,
      category: t(`category.${category}`),
      evidence,
    }),
  ],
  delay: ({ milestone, newDue, category, evidence, approver, expiresOn }, t, names) => [
    t('history.delay', {
      node: names.milestone(milestone),
      day: newDue,
      category: t(`category.${category}`),
      evidence,
      approver,
      expires: expiresOn,
    }),
  ],
  fundEntry: ({ source, kind, amountFen, documentNo, note, splitsLump, reverses }, t, names) => [
    t(reverses === undefined ? 'history.fundEntry' : 'history.fundReversal', {
      source: names.source(source),
      kind: t(`kinds.${kind}`),
      amount: formatWan(amountFen),
    }),
    documentNo && t('history.documentNo', { no: documentNo }),
    splitsLump !== undefined && t('history.split'),
    noteWords(note, t),
  ],
  monthlyReport: ({ period }, t) => [t('history.monthlyReport', { period })],
  monthlyReportReturned: ({ period, reason }, t) => [t('history.monthlyReportReturned', { period, reason })],
  visitRecorded: ({ kind, found, items, notes }, t) => {
    const failed = items.filter(({ result }) => result === 'fail').length
    return [
      t('history.visitRecorded', { kind: t(`visitKind.${kind}`), found: t(`visitFound.${found}`) }),
      failed > 0 && t('history.itemsFailed', { n: failed }),
      noteWords(notes, t),
    ]
  },
  issueRaised: ({ source, severity, title, dueOn }, t) => [
    t(source === 'order' ? 'history.orderGiven' : 'history.issueRaised', {
      title,
      severity: t(`severity.${severity}`),
      day: dueOn,
    }),
  ],
  issueMoved: ({ move, note, dueOn }, t) => [
    t('history.issueMoved', { move: t(`issueMove.${move}`) }),
    dueOn !== undefined && t('history.issueDue', { day: dueOn }),
    noteWords(note, t),
  ],
  doubt: ({ text }, t) => [t('history.doubt', { text })],
}

/** A record as one sentence: `上报已开工`, `Provincial budget: 5.00 × 10,000 yuan issued; document …`. */
export function historySentence({ kind, body }: Pick<HistoryEntry, 'kind' | 'body'>, t: T, names: Names): string {
  const parts = (SENTENCES[kind] as (body: unknown, t: T, names: Names) => (string | false | null | undefined)[])(
    body,
    t,
    names,
  )
  return parts.filter(Boolean).join(t('history.separator'))
}
