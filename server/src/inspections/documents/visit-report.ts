import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import type { Checklist, CheckResult, Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { SEVERITY_WORDS } from '../issue-columns.ts'
import { type Block, numbered, type Paper, type PaperPhoto, type PaperRow, text } from './paper.ts'
import type { PaperPlace } from './place.ts'
import {
  dayInWords,
  FOUND_WORDS,
  ISSUING_OFFICE,
  KIND_WORDS,
  openFileNumber,
  PLATE_WORDS,
  RESULT_WORDS,
  sentence,
  spanInWords,
} from './words.ts'

export type MadeVisit = VisitDetail & { record: NonNullable<VisitDetail['record']>; recordedAt: string }

/** A finding with what its issue says of it. */
export interface PaperFinding {
  number: string
  title: string
  item: string | null
  again: boolean
  severity: Severity
  dueOn: string
}

/** What a report of a visit is written from. */
export interface VisitFacts {
  visit: MadeVisit
  findings: readonly PaperFinding[]
  place: PaperPlace
  checklist: Pick<Checklist, 'version' | 'groups'>
  stages: PlanFile['stages']
  photos: readonly PaperPhoto[]
  morePhotos: number
  endNotes: readonly string[]
  headerLine: string | null
}

type Item = Checklist['groups'][number]['items'][number]

const itemsOf = ({ checklist }: VisitFacts): Map<string, Item> =>
  new Map(checklist.groups.flatMap(({ items }) => items.map(item => [item.id, item] as const)))
const list = (names: readonly string[]) => (names.length > 0 ? names.join('、') : '无')

function basics({ visit, place }: VisitFacts): Block[] {
  const { record, inspectors, kind } = visit
  const { position } = record
  const rows: PaperRow[] = [
    ['项目', place.name],
    ['项目编号', place.code ?? ''],
    ['检查类型', KIND_WORDS[kind]],
    ['检查时间', spanInWords(record.arrivedAt, record.leftAt)],
    ['检查人员', list(inspectors.map(({ name }) => name))],
    ['同行人员', list(record.companions ?? [])],
    ['在场人员', list(record.present)],
    ['现场情况', FOUND_WORDS[record.found]],
    [
      '到场定位',
      position
        ? `东经${position.lon.toFixed(5)}°，北纬${position.lat.toFixed(5)}°（WGS-84，精度约${Math.round(position.accuracyM)}米）`
        : '未定位',
    ],
    ['福彩标识牌', PLATE_WORDS[record.plate]],
  ]
  return [{ kind: 'table', widths: [34, 122], head: null, rows }]
}

function verified({ visit, stages }: VisitFacts): Block[] {
  const { verification } = visit
  if (!verification) return [text('本次未核实工程进度。')]
  const { stage, recognisedOn, disputes, note } = verification
  const name = stages.find(({ id }) => id === stage)?.name.zh ?? stage
  const outcome =
    recognisedOn === null
      ? `经现场核实，尚未达到“${name}”。`
      : `经现场核实，“${name}”认定完成日期为${dayInWords(recognisedOn)}${disputes ? '，与上报不一致' : ''}。`
  return [text(outcome), ...(note ? [text(sentence(note))] : [])]
}

const RESULTS = Object.keys(RESULT_WORDS) as CheckResult[]

function results(facts: VisitFacts): Block[] {
  const { items } = facts.visit.record
  if (items.length === 0) return [text('本次未逐项检查。')]
  const counts = RESULTS.map(result => [result, items.filter(each => each.result === result).length] as const)
  const said = counts.filter(([, count]) => count > 0).map(([result, count]) => `${RESULT_WORDS[result]}${count}项`)
  const known = itemsOf(facts)
  const failed = items.filter(({ result }) => result === 'fail')
  return [
    text(
      `按检查表（${facts.visit.record.checklist}版）检查${items.length}项，其中${said.join('，')}。各项结果见附件1。`,
    ),
    ...failed.map(({ item, note }, i) => {
      const name = known.get(item)?.text.zh ?? item
      return text(`${i + 1}.不合格：${note ? `${sentence(name)}${note}` : sentence(name)}`)
    }),
  ]
}

function found(facts: VisitFacts): Block[] {
  if (facts.findings.length === 0) return [text('本次未发现问题。')]
  const known = itemsOf(facts)
  const rows = facts.findings.map(({ number, title, item, again, severity, dueOn }) => [
    number,
    again ? `${title}（再次发现）` : title,
    item === null ? '其他' : (known.get(item)?.text.zh ?? item),
    SEVERITY_WORDS[severity],
    dayInWords(dueOn),
  ])
  return [{ kind: 'table', widths: [30, 44, 38, 14, 30], head: ['编号', '问题', '检查项', '程度', '整改时限'], rows }]
}

/** Who was there signs by hand. */
function signatures({ visit }: VisitFacts): Block[] {
  const { inspectors, record } = visit
  const rows: PaperRow[] = [
    ...inspectors.map(({ name }) => ['检查人员', name, '', '']),
    ['被检查方', record.present.length === 1 ? (record.present[0] as string) : '', '', ''],
  ]
  const head = ['身份', '姓名', '签字', '日期']
  return [{ kind: 'table', widths: [28, 40, 48, 40], head, rows, whole: true, rowHeight: 12 }]
}

function checklistTable(facts: VisitFacts): Block[] {
  const seen = new Map(facts.visit.record.items.map(each => [each.item, each]))
  let number = 0
  const row = (id: string, name: string): string[] => {
    const { result, note } = seen.get(id) as MadeVisit['record']['items'][number]
    seen.delete(id)
    number += 1
    return [String(number), name, RESULT_WORDS[result], note ?? '']
  }
  const groups = facts.checklist.groups.flatMap(({ name, items }): PaperRow[] => {
    const rows = items.filter(({ id }) => seen.has(id)).map(({ id, text: { zh } }) => row(id, zh))
    return rows.length > 0 ? [{ group: name.zh }, ...rows] : []
  })
  // Items of an earlier list keep their ids.
  const others = [...seen.keys()].map(id => row(id, id))
  const rows = others.length > 0 ? [...groups, { group: '其他' }, ...others] : groups
  return [{ kind: 'table', widths: [12, 74, 28, 42], head: ['序号', '检查项', '结果', '备注'], rows }]
}

function attachments(facts: VisitFacts): Paper['attachments'] {
  const { photos, morePhotos, visit } = facts
  const more = morePhotos > 0 ? [text(`另有${morePhotos}张照片，见系统。`)] : []
  return [
    ...(visit.record.items.length > 0 ? [{ name: '检查表', blocks: checklistTable(facts) }] : []),
    ...(photos.length > 0 ? [{ name: '不合格项照片', blocks: [{ kind: 'photos', photos } as const, ...more] }] : []),
  ]
}

/** 现场检查报告 of a visit made. */
export function visitPaper(facts: VisitFacts): Paper {
  const { visit, place, endNotes, headerLine } = facts
  const date = dayOfInstant(visit.recordedAt)
  const notes = visit.record.notes ? [text(visit.record.notes)] : []
  return {
    office: ISSUING_OFFICE,
    fileNumber: openFileNumber(date),
    title: `${place.name}现场检查报告`,
    to: `${place.county}民政局`,
    body: [
      text(`${dayInWords(visit.date)}，检查组对${place.name}进行了现场检查，情况如下。`),
      ...numbered([
        ['基本情况', basics(facts)],
        ['进度核实', verified(facts)],
        ['检查结果', results(facts)],
        ['发现的问题', found(facts)],
        ['检查说明', notes],
        ['签字', signatures(facts)],
      ]),
    ],
    attachments: attachments(facts),
    date,
    endNotes,
    headerLine,
  }
}
