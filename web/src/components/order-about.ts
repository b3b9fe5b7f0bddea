import { createContext } from 'react'

/** A number on the page, as it can be made the subject of an order. */
export type OrderAbout =
  | { kind: 'node'; id: string; what: string; n: number; of: number; overdue: number; day: string }
  | { kind: 'lights'; red: number; yellow: number; day: string }
  | { kind: 'verification'; n: number; day: string }
  | { kind: 'money'; paid: string; of: string; day: string }
  | { kind: 'county'; county: string; name: string; red: number; yellow: number; of: number; day: string }

/** Asks for an order about a number; null: not for whoever looks. The page hands it in. */
export const GiveOrder = createContext<((about: OrderAbout) => void) | null>(null)
