import type { ReportableStage } from '@lvliang/shared/plan/stage'
import type { Journal } from './journal.ts'
import { entryDay } from './office-days.ts'
import { createRandom } from './random.ts'
import type { Slot } from './slots.ts'

const NOTES: Partial<Record<ReportableStage, string[]>> = {
  sited: ['经村民代表会议同意，公示7天无异议', '利用原村小学校址', '与村委会办公用房毗邻', '靠近村卫生室'],
  started: ['施工队伍、机械已进场', '三方合同已签', '开工报告已批'],
  foundation: ['基础已回填', '隐蔽工程记录齐全'],
  mainStructure: ['屋面封顶', '墙体及屋面全部完成', '主体分部自验合格'],
  operating: ['首批老人已入托', '试运行一周'],
}

/** The county's reports of stages, false ones too, and the city office's reversals. */
export function addReports(slot: Slot, seed: number, journal: Journal): void {
  const random = createRandom(seed, 2000 + slot.index)
  const about = { countyCode: slot.county.code, centreCode: slot.code }
  for (const { stage, date, enteredOn } of slot.claims) {
    const note = random.chance(35) && NOTES[stage] ? random.pick(NOTES[stage]) : undefined
    journal.add({
      ...about,
      date,
      enteredOn,
      recordedBy: slot.county.office,
      kind: 'stageReported',
      body: note === undefined ? { stage } : { stage, note },
    })
  }
  const { falseReport } = slot.story
  if (falseReport?.backTo === undefined) return
  journal.add({
    ...about,
    date: falseReport.endedOn,
    enteredOn: entryDay(falseReport.endedOn, 0),
    recordedBy: '市民政局',
    kind: 'stageReversal',
    body: { stage: falseReport.backTo, reason: falseReport.note },
  })
}
