import { expect, test } from 'vitest'
import { plan } from '../../../../test/factories/board.ts'
import { createReportingStatus } from '../../../../test/factories/reports.ts'
import { reminderText } from './reminder.ts'

test('the reminder names who has not signed, who was sent the month back, the due day and the days since', () => {
  const status = createReportingStatus({ '141124': 'missing', '141123': 'missing', '141126': 'returned' })
  expect(reminderText(status, '2018-06', plan.counties)).toBe(
    [
      '【月报提醒】2018年6月农村老年人日间照料中心建设月报，时限为7月5日（周四），已过 26 天。',
      '尚未报送（2）：兴县、临县。',
      '已退回，请更正后重新报送（1）：石楼县。',
      '请以上县（市、区）登录系统，在“填报”中报送。（截至 2018-07-31）',
    ].join('\n'),
  )
})

test('before the due day nothing is said to be past', () => {
  const status = createReportingStatus({ '141124': 'notDue' }, '2018-07-03')
  expect(reminderText(status, '2018-06', plan.counties)).toContain('时限为7月5日（周四）。\n尚未报送（1）：临县。')
})

test('where all have signed there is nothing to remind of', () => {
  expect(reminderText(createReportingStatus({}), '2018-06', plan.counties)).toBeNull()
})
