import { readFileSync } from 'node:fs'
import { type Checklist, checklistSchema } from '@lvliang/shared/inspections/checklist.schema'
import { riskWeights } from '@lvliang/shared/inspections/risk'
import { createRecord } from './records.ts'

const file = new URL('../../data/inspections/2018.json', import.meta.url)

/** The checklist and settings of inspection as shipped. */
export const checklist: Checklist = checklistSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

export const weights = riskWeights(checklist.risk)

/** A visit of two inspectors on a day that found nothing amiss. */
export const visited = (date: string) =>
  createRecord('visitRecorded', date, {
    kind: 'routine',
    inspectors: [
      { accountId: 'a', name: '张三' },
      { accountId: 'b', name: '李四' },
    ],
    arrivedAt: `${date}T02:00:00.000Z`,
    leftAt: `${date}T03:00:00.000Z`,
    position: null,
    present: [],
    found: 'open',
    checklist: checklist.version,
    items: [],
    plate: 'notYet',
  })

interface Found {
  on?: string
  dueOn?: string
  severity?: 'general' | 'larger' | 'major'
}

/** An issue found, due in three weeks. */
export const found = ({ on = '2018-07-02', dueOn = '2018-07-23', severity = 'general' }: Found = {}) =>
  createRecord('issueRaised', on, {
    source: 'visit',
    severity,
    safety: false,
    title: '脚手架缺少护栏',
    assigned: true,
    dueOn,
  })
