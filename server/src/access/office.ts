import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Viewer } from './viewer.ts'

const OFFICES = { leader: '市领导', cityOffice: '市民政局', inspector: '市督查组' } as const

const INSPECTING: readonly string[] = [OFFICES.cityOffice, OFFICES.inspector]

/** Whether an office makes visits. */
export const isOfInspection = (office: string): boolean => INSPECTING.includes(office)

/** The office somebody enters for, as a record names it: never a person. */
export function officeOf({ role, county }: Viewer, plan: Pick<PlanFile, 'counties'>): string {
  if (role === 'leader' || role === 'cityOffice' || role === 'inspector') return OFFICES[role]
  const name = plan.counties.find(({ code }) => code === county)?.name.zh
  return name === undefined ? '市级' : `${name}民政局`
}
