import type { Centre, Reason } from '@lvliang/shared/centres/centre.schema'
import type { MarkShape } from '../../../status/shapes.ts'

/** The words the drawing of the map needs, in the language on screen. */
export interface MapWords {
  light(shape: MarkShape): string
  county(code: string): string
  countyLabel(code: string): string
  countyShare(code: string): string
  /** `上报 已开工 · 核实 已选址` */
  reached(centre: Centre): string
  reason(reason: Reason): string
}
