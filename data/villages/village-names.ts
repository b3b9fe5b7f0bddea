/** The official endings of a village committee's name, the source's slips included. */
const COMMITTEE = /(村民委员会|村委会村|村委会|村委)$/

/** A village's name without its committee: 马家塔村委会 → 马家塔, 东南村村委 → 东南村. */
export function villageStem(name: string): string {
  return name.replace(COMMITTEE, '')
}
