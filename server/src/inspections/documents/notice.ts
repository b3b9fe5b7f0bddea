import { type CalendarDate, dayOfInstant, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import { workdaysAfter } from '@lvliang/shared/inspections/due-day'
import type { KnownIssue } from '@lvliang/shared/inspections/issue-state'
import type { FoundIssue } from '../../ledger/issue-index.ts'
import { SEVERITY_WORDS, STATE_WORDS } from '../issue-columns.ts'
import type { NoticeKind } from './notice-rules.ts'
import { type Block, numbered, type Paper, type PaperPhoto, text } from './paper.ts'
import type { PaperPlace } from './place.ts'
import { dayInWords, ISSUING_OFFICE, openFileNumber, sentence } from './words.ts'

/** What a notice is written from. */
export interface NoticeFacts extends FoundIssue {
  kind: NoticeKind
  place: PaperPlace
  checklist: Pick<Checklist, 'version' | 'groups' | 'dueWorkdays'>
  workdays: Workdays
  /** The day of the paper. */
  date: CalendarDate
  /** The number of the closed issue that has come back. */
  repeats: string | null
  photos: readonly PaperPhoto[]
  /** Photos there are besides. */
  morePhotos: number
  endNotes: readonly string[]
  headerLine: string | null
}

const isOrder = ({ issue }: NoticeFacts) => issue.source === 'order'

const TITLES: Record<NoticeKind, (about: string, facts: NoticeFacts) => string> = {
  rectification: about => `关于${about}问题的整改通知书`,
  stopWork: about => `关于${about}的停工整改通知书`,
  supervision: (about, facts) => `关于${about}${isOrder(facts) ? '交办事项' : '问题整改'}的督办函`,
}

const aboutPlace = ({ name, code }: PaperPlace) => (code === null ? name : `${name}（项目编号${code}）`)

function opening(facts: NoticeFacts): string {
  const { issue, number, place, kind, date } = facts
  const on = dayInWords(issue.foundOn)
  if (isOrder(facts)) return `${on}，${issue.raisedBy}就${aboutPlace(place)}交办有关事项（编号${number}），现函告如下。`
  const how = issue.source === 'visit' ? '现场检查' : '日常工作'
  const found = `${on}，${issue.raisedBy}在${how}中发现${aboutPlace(place)}存在问题（编号${number}）`
  if (kind !== 'supervision') return `${found}，现通知如下。`
  const late = daysBetween(issue.dueOn, date)
  const due = `整改时限为${dayInWords(issue.dueOn)}`
  return `${found}，${due}。截至${dayInWords(date)}已逾期${late}天，仍未销号（${STATE_WORDS[issue.state]}），现予督办。`
}

function basis({ issue, checklist }: NoticeFacts): string[] {
  for (const { name, items } of checklist.groups) {
    const item = items.find(({ id }) => id === issue.item)
    if (item)
      return [
        `检查依据：检查表（${checklist.version}版）“${name.zh}”中“${item.text.zh}”。检查要求：${sentence(item.how.zh)}`,
      ]
  }
  return []
}

/** Found again, given more time: what a reader has to know besides. */
function since({ moves }: KnownIssue): string[] {
  const again = moves.filter(({ move }) => move === 'findAgain').map(({ on }) => dayInWords(on))
  const returned = moves.filter(({ move }) => move === 'return')
  const last = returned.at(-1)
  return [
    ...(again.length > 0 ? [`该问题于${again.join('、')}检查时再次发现，仍未整改到位。`] : []),
    ...(last
      ? [
          `整改情况已被退回${returned.length}次，最近一次为${dayInWords(last.on)}：${sentence(last.note ?? '未通过复核')}`,
        ]
      : []),
  ]
}

function whatWasFound(facts: NoticeFacts): Block[] {
  const { issue, repeats } = facts
  const gravity = `严重程度：${SEVERITY_WORDS[issue.severity]}${issue.safety ? '，涉及安全' : ''}。`
  const lines = [
    sentence(issue.title),
    ...(issue.description ? [issue.description] : []),
    ...(issue.about ? [`针对的数据：${sentence(issue.about.label)}`] : []),
    ...basis(facts),
    ...(isOrder(facts) ? [] : [gravity]),
    ...(repeats === null ? [] : [`该问题与已销号的${repeats}为同一问题，系再次出现。`]),
    ...since(issue),
  ]
  return lines.map(text)
}

/** Where the day is the one our settings give, it is said to be ours. */
function originOfDueDay({ issue, checklist, workdays }: NoticeFacts): string {
  if (issue.moves.some(({ move, dueOn }) => move === 'extend' && dueOn !== null)) return ''
  const setting = checklist.dueWorkdays[issue.source === 'order' ? 'order' : issue.severity]
  const usual = workdaysAfter(dayOfInstant(issue.raisedAt), setting.value, workdays)
  return usual === issue.dueOn ? `（${setting.text.zh}，系统设定）` : ''
}

function requirements(facts: NoticeFacts): Block[] {
  const { issue, kind, date } = facts
  const by = `${dayInWords(issue.dueOn)}${originOfDueDay(facts)}`
  const isLate = issue.dueOn < date
  if (kind === 'supervision') {
    const asked = isLate
      ? '请立即办理，说明逾期原因、已采取的措施和计划完成日期。'
      : `请于${by}前办结，并答复办理情况。`
    return [text(asked), text('请明确专人负责，确保办理结果真实。')]
  }
  const until = isLate ? `整改时限${by}已过，请立即完成整改。` : `请督促责任单位于${by}前完成整改。`
  const stop =
    '请立即责成施工单位停止问题所在部位的施工，采取措施保证人员安全，并在系统中登记停工。整改经复核销号前，不得恢复该部位施工。'
  const safe = '整改期间，请采取措施保证人员安全。'
  return [...(kind === 'stopWork' ? [stop] : []), until, ...(kind !== 'stopWork' && issue.safety ? [safe] : [])].map(
    text,
  )
}

function reply(facts: NoticeFacts): Block[] {
  const { issue, number } = facts
  const what = isOrder(facts) ? '办理情况' : '整改情况'
  const photos = isOrder(facts) ? '' : '，附整改后的照片'
  return [
    text(
      `完成后，请在系统中打开${number}，填写${what}${photos}，提出销号申请；由提出单位（${issue.raisedBy}）复核后销号，整改单位不能自行销号。`,
    ),
    text(`不能按期完成的，请在时限前书面说明原因和计划完成日期。`),
  ]
}

/** 整改通知书, 停工整改通知书 or 督办函 about an issue. */
export function noticePaper(facts: NoticeFacts): Paper {
  const { kind, place, date, photos, morePhotos, endNotes, headerLine } = facts
  const asked = kind === 'supervision' ? '办理要求' : '整改要求'
  const more = morePhotos > 0 ? [text(`另有${morePhotos}张照片，见系统。`)] : []
  return {
    office: ISSUING_OFFICE,
    fileNumber: openFileNumber(date),
    title: TITLES[kind](place.name, facts),
    to: `${place.county}民政局`,
    body: [
      text(opening(facts)),
      ...numbered([
        [isOrder(facts) ? '交办事项' : '发现的问题', whatWasFound(facts)],
        [asked, requirements(facts)],
        ['回复方式', reply(facts)],
      ]),
    ],
    attachments: photos.length > 0 ? [{ name: '现场照片', blocks: [{ kind: 'photos', photos }, ...more] }] : [],
    date,
    endNotes,
    headerLine,
  }
}
