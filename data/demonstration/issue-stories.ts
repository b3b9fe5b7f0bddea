import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueMove } from '@lvliang/shared/inspections/issue.schema'

/** What was done about an issue: when, what, in whose words; for a new due day the day. */
export type Step = readonly [on: CalendarDate, move: IssueMove, note?: string, dueOn?: CalendarDate]

/** An issue told by hand. */
export interface IssueStory {
  /** The last three digits of the slot; absent: about the county. */
  slot?: string
  county?: string
  /** Found on a visit of that day, by the office's own eyes, or given as an order. */
  source: 'visit' | 'spot' | 'order'
  foundOn: CalendarDate
  item?: string
  severity: Severity
  safety?: boolean
  title: string
  description?: string
  dueOn: CalendarDate
  /** Not yet handed to the county. */
  waits?: true
  /** The place in this list of the closed issue that has come back. */
  repeats?: number
  steps: readonly Step[]
}

export const ISSUE_STORIES: readonly IssueStory[] = [
  {
    slot: '003',
    source: 'visit',
    foundOn: '2018-06-08',
    item: 'notice',
    severity: 'general',
    title: '公示牌未写资金来源和联系电话',
    dueOn: '2018-06-29',
    steps: [
      ['2018-06-11', 'start'],
      ['2018-06-27', 'requestClosing', '公示牌已更换'],
      ['2018-07-04', 'return', '电话仍是空白'],
      ['2018-07-05', 'extend', '等待制作新牌', '2018-08-03'],
      ['2018-07-30', 'requestClosing', '已补上电话，请复核'],
      ['2018-08-02', 'close', '电话可以打通'],
    ],
  },
  {
    slot: '004',
    source: 'visit',
    foundOn: '2018-07-26',
    item: 'waterproofing',
    severity: 'larger',
    title: '女儿墙根部卷材收口未压条',
    dueOn: '2018-08-09',
    steps: [
      ['2018-07-30', 'start'],
      ['2018-08-06', 'requestClosing', '已压条并打胶'],
      ['2018-08-08', 'close'],
    ],
  },
  {
    slot: '013',
    source: 'visit',
    foundOn: '2018-07-23',
    item: 'doors',
    severity: 'general',
    title: '活动室门净宽72厘米，轮椅过不去',
    dueOn: '2018-08-13',
    steps: [
      ['2018-07-25', 'start', '已订新门'],
      ['2018-08-09', 'requestClosing', '门已更换，净宽85厘米'],
      ['2018-08-13', 'close'],
    ],
  },
  {
    slot: '017',
    source: 'visit',
    foundOn: '2018-07-10',
    item: 'curing',
    severity: 'general',
    title: '圈梁养护无记录',
    dueOn: '2018-07-31',
    steps: [
      ['2018-07-12', 'start'],
      ['2018-07-30', 'requestClosing', '补齐养护记录，现场每日浇水'],
      ['2018-08-02', 'close'],
    ],
  },
  {
    slot: '022',
    source: 'visit',
    foundOn: '2018-07-10',
    item: 'fence',
    severity: 'larger',
    safety: true,
    title: '停工后基坑未围挡，村民可以进入',
    dueOn: '2018-07-24',
    steps: [
      ['2018-09-05', 'start', '复工后已围挡'],
      ['2018-09-07', 'requestClosing', '围挡封闭，设警示灯'],
      ['2018-09-11', 'close'],
    ],
  },
  {
    slot: '024',
    source: 'visit',
    foundOn: '2018-07-10',
    item: 'timetable',
    severity: 'general',
    title: '没有时间表和路线图',
    dueOn: '2018-07-31',
    steps: [
      ['2018-07-13', 'start'],
      ['2018-07-27', 'requestClosing', '已编制并上墙'],
      ['2018-08-01', 'return', '计划日期晚于时限，没有追赶措施'],
      ['2018-08-03', 'extend', '重编计划', '2018-08-17'],
      ['2018-08-15', 'requestClosing', '已重编'],
      ['2018-08-17', 'close'],
    ],
  },
  {
    slot: '030',
    source: 'visit',
    foundOn: '2018-06-11',
    item: 'contract',
    severity: 'general',
    title: '施工合同未约定工期',
    dueOn: '2018-07-02',
    steps: [
      ['2018-06-13', 'start'],
      ['2018-06-25', 'requestClosing', '已签补充协议'],
      ['2018-06-28', 'close'],
    ],
  },
  {
    slot: '040',
    source: 'visit',
    foundOn: '2018-07-30',
    item: 'contract',
    severity: 'larger',
    title: '进场施工单位与合同不一致',
    dueOn: '2018-08-13',
    waits: true,
    steps: [
      ['2018-08-01', 'assign'],
      ['2018-08-03', 'start'],
      ['2018-08-10', 'requestClosing', '原单位已进场'],
      ['2018-08-13', 'close'],
    ],
  },
  {
    slot: '045',
    source: 'visit',
    foundOn: '2018-07-19',
    item: 'machines',
    severity: 'general',
    safety: true,
    title: '搅拌机传动皮带无防护罩',
    dueOn: '2018-08-09',
    steps: [
      ['2018-08-01', 'start'],
      ['2018-08-03', 'requestClosing', '已加装防护罩'],
      ['2018-08-07', 'close'],
    ],
  },
  {
    slot: '053',
    source: 'visit',
    foundOn: '2018-07-12',
    item: 'siteCables',
    severity: 'larger',
    safety: true,
    title: '配电箱进水，电缆拖地',
    dueOn: '2018-07-26',
    steps: [
      ['2018-07-13', 'start'],
      ['2018-07-25', 'requestClosing', '配电箱已移到高处，电缆架空'],
      ['2018-08-02', 'recheck'],
      ['2018-08-03', 'close'],
    ],
  },
  {
    slot: '055',
    source: 'visit',
    foundOn: '2018-07-19',
    item: 'groundChecked',
    severity: 'larger',
    title: '基槽未经验槽即铺垫层',
    dueOn: '2018-08-02',
    steps: [
      ['2018-07-23', 'start'],
      ['2018-08-01', 'requestClosing', '已补验槽，五方签字'],
      ['2018-08-02', 'close'],
    ],
  },
  {
    slot: '059',
    source: 'spot',
    foundOn: '2018-07-12',
    item: 'strength',
    severity: 'larger',
    title: '砌体砂浆强度复检不合格',
    description: '墙体须拆除返工，返工后重新取样。',
    dueOn: '2018-07-26',
    steps: [
      ['2018-07-16', 'start', '已拆除'],
      ['2018-07-25', 'extend', '新砂浆须满龄期', '2018-08-24'],
      ['2018-08-21', 'requestClosing', '复检合格'],
      ['2018-08-24', 'close'],
    ],
  },
  {
    slot: '060',
    source: 'visit',
    foundOn: '2018-07-24',
    item: 'scaffold',
    severity: 'major',
    safety: true,
    title: '脚手架无连墙件，局部倾斜',
    description: '原施工单位退场后无人看护，须先拆除再施工。',
    dueOn: '2018-07-31',
    steps: [
      ['2018-07-26', 'start', '已拉警戒线，安排拆除'],
      ['2018-08-09', 'requestClosing', '旧架已拆，新架经验收'],
      ['2018-08-14', 'close', '现场查验，连墙件齐全'],
    ],
  },
  {
    slot: '066',
    source: 'visit',
    foundOn: '2018-07-18',
    item: 'backfill',
    severity: 'general',
    title: '房心回填夹有砖块、树根',
    dueOn: '2018-08-08',
    steps: [
      ['2018-08-01', 'start'],
      ['2018-08-06', 'requestClosing', '已清出重填'],
      ['2018-08-08', 'close'],
    ],
  },
  {
    slot: '070',
    source: 'visit',
    foundOn: '2018-07-20',
    item: 'tieBars',
    severity: 'larger',
    title: '拉结筋间距大于60厘米',
    dueOn: '2018-08-03',
    steps: [
      ['2018-07-24', 'start'],
      ['2018-08-01', 'requestClosing', '已植筋补足'],
      ['2018-08-03', 'close'],
    ],
  },
  {
    slot: '083',
    source: 'visit',
    foundOn: '2018-07-11',
    item: 'plumbWalls',
    severity: 'larger',
    title: '东山墙垂直偏差18毫米',
    dueOn: '2018-07-25',
    steps: [
      ['2018-07-12', 'start'],
      ['2018-07-20', 'requestClosing', '该段已拆砌'],
      ['2018-07-24', 'close', '吊线复量5毫米'],
    ],
  },
  {
    slot: '088',
    source: 'visit',
    foundOn: '2018-06-11',
    item: 'helmets',
    severity: 'general',
    safety: true,
    title: '工人未戴安全帽',
    dueOn: '2018-07-02',
    steps: [
      ['2018-06-12', 'start'],
      ['2018-06-19', 'requestClosing', '已配发并交底'],
      ['2018-06-25', 'close'],
    ],
  },
  {
    slot: '088',
    source: 'visit',
    foundOn: '2018-08-27',
    item: 'helmets',
    severity: 'larger',
    safety: true,
    title: '高处作业未系安全带，安全帽仍未全戴',
    dueOn: '2018-09-10',
    repeats: 16,
    steps: [
      ['2018-08-29', 'start'],
      ['2018-09-05', 'requestClosing', '停工整顿一天，重新交底'],
      ['2018-09-10', 'close'],
    ],
  },
  {
    slot: '090',
    source: 'visit',
    foundOn: '2018-07-20',
    item: 'joints',
    severity: 'general',
    title: '灰缝不饱满，局部瞎缝',
    dueOn: '2018-08-10',
    steps: [
      ['2018-07-24', 'start'],
      ['2018-08-08', 'requestClosing', '已剔缝补浆'],
      ['2018-08-10', 'close'],
    ],
  },
  {
    county: '141124',
    source: 'order',
    foundOn: '2018-07-16',
    severity: 'larger',
    title: '6月月报未报，开工滞后，请说明原因和追赶安排',
    dueOn: '2018-07-25',
    steps: [
      ['2018-08-02', 'start'],
      ['2018-08-06', 'requestClosing', '月报已补报；4个未开工项目的追赶安排随文附后'],
      ['2018-08-08', 'close'],
    ],
  },
  {
    slot: '031',
    source: 'order',
    foundOn: '2018-07-19',
    severity: 'larger',
    title: '至今未选址，是调整名额还是另选新村，请答复',
    dueOn: '2018-07-30',
    steps: [
      ['2018-07-23', 'start'],
      ['2018-07-27', 'requestClosing', '已与两个村协商，8月20日前确定'],
      ['2018-08-21', 'close', '已选址'],
    ],
  },
  {
    slot: '077',
    source: 'order',
    foundOn: '2018-07-09',
    severity: 'general',
    title: '停工一个月，何时复工',
    dueOn: '2018-07-18',
    steps: [
      ['2018-07-11', 'start'],
      ['2018-07-17', 'requestClosing', '正在更换施工班组，计划8月复工'],
      ['2018-07-20', 'close'],
    ],
  },
]
