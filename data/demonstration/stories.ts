import type { RecordBody } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import type { StageDays } from './paces.ts'

/** A report that does not stand: inspectors do not recognise the stage, or the city office takes it back. */
export interface FalseReport {
  stage: ReportableStage
  date: CalendarDate
  /** The visit that found otherwise, or the day of the reversal. */
  endedOn: CalendarDate
  /** Where the city office takes the centre back to; absent: a visit disputes the stage. */
  backTo?: ReportableStage
  note: string
}

/** What happens at one slot beyond its pace. */
export interface Story {
  /** Days told by hand. */
  days?: StageDays
  last?: ReportableStage
  build?: 'newBuild' | 'conversion' | 'extension'
  /** Day of entry where it is not soon after the day of the stage (补报). */
  enteredOn?: StageDays
  falseReport?: FalseReport
  /** Inspectors recognise another day than the reported one. */
  recognised?: { stage: ReportableStage; on: CalendarDate; visitedOn: CalendarDate; note: string }
  suspension?: { from: CalendarDate; to: CalendarDate; reason: string }
  delay?: RecordBody<'delay'> & { approvedOn: CalendarDate }
  /** The first village, given up for the one in `sites.json`. */
  relocation?: {
    village: string
    lon: number
    lat: number
    requestedOn: CalendarDate
    agreedOn: CalendarDate
    reason: string
    dueDays: RecordBody<'relocationAgreed'>['dueDays']
  }
  /** Position unknown: for the whole year, or until the day it was measured. */
  unlocated?: true | CalendarDate
  /** Meals begin later: the day the fact changes. */
  mealsFrom?: CalendarDate
}

const APPROVER = '市民政局'

export const STORIES: Record<string, Story> = {
  'LL2018-003': { days: { approved: '2018-04-19' }, enteredOn: { approved: '2018-05-17' } },
  'LL2018-005': {
    falseReport: {
      stage: 'started',
      date: '2018-05-25',
      endedOn: '2018-06-13',
      note: '现场仅清理场地，基槽未开挖，不予认定开工',
    },
    days: { approved: '2018-04-24', started: '2018-06-15', foundation: '2018-07-12', mainStructure: '2018-09-06' },
  },
  'LL2018-006': {
    build: 'conversion',
    days: {
      sited: '2018-02-07',
      approved: '2018-03-16',
      started: '2018-03-28',
      mainStructure: '2018-05-24',
      fitOut: '2018-06-20',
      accepted: '2018-07-11',
      operating: '2018-07-26',
    },
  },
  'LL2018-010': { mealsFrom: '2018-11-05' },
  'LL2018-015': { days: { mainStructure: '2018-07-26' } },
  'LL2018-018': { unlocated: true },
  'LL2018-019': { days: { sited: '2018-03-21' } },
  'LL2018-021': { days: { started: '2018-05-27' }, enteredOn: { started: '2018-06-14' } },
  'LL2018-022': {
    days: {
      started: '2018-05-16',
      foundation: '2018-06-19',
      mainStructure: '2018-10-22',
      fitOut: '2018-11-20',
      accepted: '2018-12-14',
    },
    last: 'accepted',
    suspension: { from: '2018-06-25', to: '2018-09-04', reason: '建设用地权属纠纷，待乡镇调处' },
    delay: {
      approvedOn: '2018-09-20',
      milestone: 'mainStructure',
      newDue: '2018-10-31',
      category: 'land',
      evidence: '演示延期〔2018〕7号：用地纠纷调处书',
      approver: APPROVER,
      expiresOn: '2018-10-31',
    },
  },
  'LL2018-024': {
    days: {
      sited: '2018-03-26',
      approved: '2018-06-20',
      started: '2018-09-05',
      foundation: '2018-10-16',
    },
    last: 'foundation',
  },
  'LL2018-025': { days: { started: '2018-05-28' }, enteredOn: { started: '2018-06-13' } },
  'LL2018-027': {
    days: { started: '2018-05-28' },
    recognised: {
      stage: 'started',
      on: '2018-06-07',
      visitedOn: '2018-06-14',
      note: '施工日志首日为6月7日，按此认定',
    },
  },
  'LL2018-029': { days: { sited: '2018-03-20' } },
  'LL2018-031': {
    days: { sited: '2018-08-20', approved: '2018-09-12', started: '2018-09-25', foundation: '2018-10-28' },
    last: 'foundation',
  },
  'LL2018-033': {
    days: { sited: '2018-04-02', approved: '2018-08-01', started: '2018-08-12', mainStructure: '2018-11-12' },
    last: 'fitOut',
    delay: {
      approvedOn: '2018-06-01',
      milestone: 'groundbreaking',
      newDue: '2018-06-30',
      category: 'land',
      evidence: '演示延期〔2018〕2号：村民代表会议记录',
      approver: APPROVER,
      expiresOn: '2018-07-15',
    },
  },
  'LL2018-035': { days: { sited: '2018-03-27' } },
  'LL2018-038': {
    days: { sited: '2018-03-30', approved: '2018-06-11', started: '2018-08-25', foundation: '2018-10-09' },
    last: 'foundation',
  },
  'LL2018-040': {
    falseReport: {
      stage: 'started',
      date: '2018-05-30',
      endedOn: '2018-06-20',
      note: '仅举行仪式，无施工队伍进场，不予认定开工',
    },
    days: { approved: '2018-05-08', started: '2018-08-06', foundation: '2018-09-04', mainStructure: '2018-10-26' },
    last: 'accepted',
  },
  'LL2018-041': { days: { started: '2018-08-03', foundation: '2018-08-30' } },
  'LL2018-042': { unlocated: true },
  'LL2018-044': { days: { started: '2018-05-24' }, enteredOn: { started: '2018-06-11' } },
  'LL2018-046': {
    days: { started: '2018-05-22', foundation: '2018-08-05', mainStructure: '2018-09-20' },
    suspension: { from: '2018-06-22', to: '2018-07-01', reason: '连续降雨，边坡加固' },
  },
  'LL2018-047': { days: { mainStructure: '2018-07-27' } },
  'LL2018-049': { unlocated: '2018-09-12' },
  'LL2018-051': {
    days: {
      sited: '2018-03-23',
      approved: '2018-07-20',
      started: '2018-08-22',
      foundation: '2018-09-20',
      mainStructure: '2018-10-30',
    },
    last: 'fitOut',
    delay: {
      approvedOn: '2018-06-08',
      milestone: 'groundbreaking',
      newDue: '2018-08-31',
      category: 'geology',
      evidence: '演示延期〔2018〕4号：湿陷性黄土勘察意见',
      approver: APPROVER,
      expiresOn: '2018-08-31',
    },
  },
  'LL2018-052': { days: { mainStructure: '2018-07-05' }, enteredOn: { mainStructure: '2018-07-19' } },
  'LL2018-053': {
    days: { started: '2018-05-19', foundation: '2018-07-08', mainStructure: '2018-09-18' },
    suspension: { from: '2018-07-16', to: '2018-08-09', reason: '暴雨冲毁进村道路，材料无法运入' },
  },
  'LL2018-055': {
    falseReport: {
      stage: 'foundation',
      date: '2018-07-09',
      endedOn: '2018-07-19',
      note: '基槽已挖，垫层未浇筑，基础完成不予认定',
    },
  },
  'LL2018-058': { enteredOn: { sited: '2018-03-20' } },
  'LL2018-059': {
    days: { started: '2018-04-12', foundation: '2018-05-10', mainStructure: '2018-08-24' },
    falseReport: {
      stage: 'mainStructure',
      date: '2018-06-27',
      endedOn: '2018-07-12',
      backTo: 'foundation',
      note: '砌体砂浆强度复检不合格，墙体拆除返工',
    },
  },
  'LL2018-060': {
    days: { started: '2018-05-14', foundation: '2018-06-17', mainStructure: '2018-09-25' },
    suspension: { from: '2018-06-21', to: '2018-08-20', reason: '施工单位更换，重新签订合同' },
  },
  'LL2018-065': { enteredOn: { sited: '2018-03-22' } },
  'LL2018-066': {
    days: {
      started: '2018-06-27',
      foundation: '2018-07-29',
      mainStructure: '2018-09-27',
    },
    build: 'newBuild',
    relocation: {
      village: '旧窑塬村',
      lon: 111.2903,
      lat: 37.9612,
      requestedOn: '2018-04-23',
      agreedOn: '2018-05-18',
      reason: '原址位于采空区影响范围，地质评估不宜建设',
      dueDays: {
        siteSelection: '2018-05-20',
        groundbreaking: '2018-06-30',
        foundation: '2018-08-10',
        mainStructure: '2018-10-15',
      },
    },
  },
  'LL2018-067': { enteredOn: { sited: '2018-03-22' } },
  'LL2018-070': {
    days: { foundation: '2018-07-09' },
    recognised: {
      stage: 'foundation',
      on: '2018-07-17',
      visitedOn: '2018-07-20',
      note: '隐蔽工程验收记录为7月17日',
    },
  },
  'LL2018-073': {
    days: { mainStructure: '2018-07-04' },
    recognised: {
      stage: 'mainStructure',
      on: '2018-07-13',
      visitedOn: '2018-07-17',
      note: '屋面板7月13日浇筑完毕，按此认定',
    },
  },
  'LL2018-076': {
    days: { started: '2018-05-27' },
    recognised: {
      stage: 'started',
      on: '2018-06-04',
      visitedOn: '2018-06-12',
      note: '开工报告签批日为6月4日',
    },
  },
  'LL2018-077': {
    days: { started: '2018-05-21', foundation: '2018-09-12', mainStructure: '2018-10-25' },
    last: 'accepted',
    suspension: { from: '2018-06-20', to: '2018-08-24', reason: '配套资金未落实，施工单位停工' },
  },
  'LL2018-079': { days: { sited: '2018-03-19' } },
  'LL2018-083': {
    days: { started: '2018-04-20', foundation: '2018-05-20', mainStructure: '2018-08-15' },
    falseReport: {
      stage: 'mainStructure',
      date: '2018-07-02',
      endedOn: '2018-07-24',
      note: '屋面未封顶，主体完工不予认定',
    },
  },
  'LL2018-089': { days: { mainStructure: '2018-07-25' } },
}
