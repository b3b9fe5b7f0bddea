import type { CentreRecord } from '@lvliang/shared/centres/record.schema'

/** What the store does not hold but its readers are shown: the demonstration's days ahead. */
export const OUTLOOK_SEQ = 1_000_000_000

export const isStored = ({ seq }: CentreRecord): boolean => seq < OUTLOOK_SEQ
