import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Milestone } from '@lvliang/shared/plan/plan.schema'

/** The node due next: on or after the day. */
export function nextMilestone(milestones: readonly Milestone[], asOf: string): Milestone | null {
  return milestones.find(({ due }) => due >= asOf) ?? null
}

export interface AxisLabel {
  date: string
  text: string
}

/** Width of a label in a 12 px face: full-width signs take 12 px, the others about 6.6. */
function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 12 : 6.6), 0)
}

const GAP = 6

interface AxisRoom {
  from: string
  to: string
  width: number
  /** How far labels may reach past the right end. */
  overhang: number
}

/** Where a label's middle stands: under its day, but never past the axis by more than `overhang`. */
export function labelMiddle(x: number, text: string, width: number, overhang: number): number {
  return Math.min(x, width + overhang - textWidth(text) / 2)
}

/** The labels that fit side by side; earlier ones in the list win. */
export function labelsThatFit(labels: readonly AxisLabel[], { from, to, width, overhang }: AxisRoom): AxisLabel[] {
  const days = Math.max(1, daysBetween(from, to))
  const taken: { left: number; right: number }[] = []
  return labels.filter(({ date, text }) => {
    const x = labelMiddle((daysBetween(from, date) / days) * width, text, width, overhang)
    const half = textWidth(text) / 2
    const box = { left: x - half, right: x + half }
    if (taken.some(other => box.left < other.right + GAP && other.left < box.right + GAP)) return false
    taken.push(box)
    return true
  })
}

/** The day on the axis first, then the plan's nodes, then ours. */
export function axisDays(milestones: readonly Milestone[], asOf: string): string[] {
  const due = (origin: Milestone['origin']) => milestones.filter(node => node.origin === origin).map(node => node.due)
  return [...new Set([asOf, ...due('plan'), ...due('ours')])]
}
