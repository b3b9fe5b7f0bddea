import { formatWan } from '../funding/money.ts'
import type { FundingSource, FundKind } from '../plan/plan.schema.ts'
import type { MilestoneId, Stage } from '../plan/stage.ts'
import type { Reason } from './centre.schema.ts'

export type Language = 'zh' | 'en'

/** Names a sentence needs; they come from the plan. */
export interface ReasonNames {
  milestone(id: MilestoneId): string
  stage(id: Stage): string
  source(id: FundingSource): string
}

const HOLDERS = { province: ['省', 'the province'], city: ['市', 'the city'], county: ['县', 'the county'] } as const
const KINDS: Record<FundKind, readonly [string, string]> = {
  issued: ['下达', 'issued'],
  disbursed: ['拨付', 'disbursed'],
  received: ['到位', 'received'],
  paid: ['支付', 'paid'],
}

interface Wording {
  p: Reason['params']
  node: string
  stage: string
  names: ReasonNames
}

const days = (count: unknown) => (Number(count) === 1 ? '1 day' : `${count} days`)

/** Code → the sentence in Chinese and in English. A test proves that every code of the ladder and badges is here. */
const SENTENCES: Record<string, (w: Wording) => readonly [zh: string, en: string]> = {
  operating: () => ['已投入使用', 'In operation'],
  planNodeOverdue: ({ node, p }) => [
    `${node}逾期${p.days}天（计划节点）`,
    `${node} ${days(p.days)} overdue (plan node)`,
  ],
  planNodeJustOverdue: ({ node, p }) => [
    `${node}逾期${p.days}天（计划节点）`,
    `${node} ${days(p.days)} overdue (plan node)`,
  ],
  farBehindPlan: ({ p }) => [
    `形象进度${p.percent}%，落后计划节点序时进度${p.points}个百分点`,
    `Progress ${p.percent} %, ${p.points} points behind the plan nodes' schedule`,
  ],
  behindSchedule: ({ p }) => [
    `形象进度${p.percent}%，落后序时进度${p.points}个百分点`,
    `Progress ${p.percent} %, ${p.points} points behind schedule`,
  ],
  forecastVeryLate: ({ p }) => [
    `预计${p.date}主体完工，晚于时限${p.days}天（估算）`,
    `Main structure forecast ${p.date}, ${days(p.days)} late (estimate)`,
  ],
  forecastLate: ({ p }) => [
    `预计${p.date}主体完工，晚于时限${p.days}天（估算）`,
    `Main structure forecast ${p.date}, ${days(p.days)} late (estimate)`,
  ],
  majorIssue: ({ p }) => [`重大问题未销号：${p.title}`, `Major issue open: ${p.title}`],
  issueLongOverdue: ({ p }) => [`问题整改逾期${p.days}天：${p.title}`, `Issue ${days(p.days)} overdue: ${p.title}`],
  issueOverdue: ({ p }) => [`问题整改逾期${p.days}天：${p.title}`, `Issue ${days(p.days)} overdue: ${p.title}`],
  suspendedLong: ({ p }) => [`自${p.since}停工，已${p.days}天`, `Suspended since ${p.since}, ${days(p.days)}`],
  suspended: ({ p }) => [`自${p.since}停工${p.reason ? `：${p.reason}` : ''}`, `Suspended since ${p.since}`],
  planNodeDueSoon: ({ node, p }) => [
    `${node}还有${p.days}天到期，尚差${p.stages}个阶段`,
    `${node} due in ${days(p.days)}, ${p.stages} stages away`,
  ],
  ourNodeOverdue: ({ node, p }) => [
    `${node}逾期${p.days}天（系统设定节点）`,
    `${node} ${days(p.days)} overdue (system-set node)`,
  ],
  relocating: ({ p }) => [`自${p.since}申请调整建设村`, `Relocation requested ${p.since}`],
  disputed: ({ stage, p }) =>
    p.recognised
      ? [
          `${stage}核实有异议：上报${p.reported || '未填'}，认定${p.recognised}`,
          `${stage} disputed: reported ${p.reported || 'no day'}, recognised ${p.recognised}`,
        ]
      : [`${stage}核实有异议：现场未达到`, `${stage} disputed: not found on site`],
  backdated: ({ stage, p }) => [`${stage}补报${p.days}天`, `${stage} entered ${days(p.days)} after its day`],
  missingDay: ({ names, p }) => {
    const list = String(p.stages)
      .split(',')
      .map(stage => names.stage(stage as Stage))
    return [`日期未填：${list.join('、')}`, `No day stated: ${list.join(', ')}`]
  },
  dateOrder: ({ stage, names, p }) => [
    `数据异常：${stage}早于${names.stage(p.before as Stage)}`,
    `Anomaly: ${stage} before ${names.stage(p.before as Stage)}`,
  ],
  fundOrder: ({ names, p }) => {
    const [more, less] = [KINDS[p.more as FundKind], KINDS[p.less as FundKind]]
    const source = names.source(p.source as FundingSource)
    return [`数据异常：${source}${more[0]}大于${less[0]}`, `Anomaly: ${source} ${more[1]} exceeds ${less[1]}`]
  },
  moneyHeld: ({ p }) => {
    const holder = HOLDERS[p.holder as keyof typeof HOLDERS]
    return [
      `资金未到位：${holder[0]}级${formatWan(Number(p.fen))}万元`,
      `Money not received: ${formatWan(Number(p.fen))} × 10,000 yuan with ${holder[1]}`,
    ]
  },
  unlocated: () => ['未定位', 'Unlocated'],
  doubt: ({ p }) => [`疑点：${p.text}`, `Doubt: ${p.text}`],
}

/** Codes that have a sentence. */
export const REASON_CODES = Object.keys(SENTENCES)

/** The sentence of a reason or badge in a language; the code itself where it is unknown. */
export function reasonText(
  { code, params }: Pick<Reason, 'code' | 'params'>,
  language: Language,
  names: ReasonNames,
): string {
  const node = params.milestone === undefined ? '' : names.milestone(params.milestone as MilestoneId)
  const stage = params.stage === undefined ? '' : names.stage(params.stage as Stage)
  const sentence = SENTENCES[code]?.({ p: params, node, stage, names })
  return sentence === undefined ? code : sentence[language === 'zh' ? 0 : 1].trim()
}
