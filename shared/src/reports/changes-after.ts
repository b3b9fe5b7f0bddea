import type { CentreFacts } from '../centres/record.schema.ts'
import { type CentreState, type FundSums, fundCell, noFunds } from '../centres/state.ts'
import { FUND_KINDS, FUNDING_SOURCES } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'

/** What kind of value changed: a stage's reported, recognised or planned day, a fact, or a sum of money in fen. */
export const CHANGED_KINDS = ['reported', 'verified', 'planned', 'fact', 'money'] as const
export type ChangedKind = (typeof CHANGED_KINDS)[number]
export type ChangedValue = string | number | boolean | null

/** One value that differs between what was signed and what is known now of the same day (报后变动). */
export interface ChangeAfter {
  kind: ChangedKind
  /** The stage, the fact, or the source and kind of money: `provincialBudget.paid`. */
  field: string
  from: ChangedValue
  to: ChangedValue
}

export const CHANGED_FACTS = [
  'town',
  'village',
  'villageCode',
  'population',
  'build',
  'areaM2',
  'position',
  'meals',
  'leader',
  'unit',
  'person',
  'phone',
  'builder',
  'note',
] as const satisfies (keyof CentreFacts)[]

function factValue(facts: Partial<CentreFacts>, field: (typeof CHANGED_FACTS)[number]): ChangedValue {
  if (field === 'population') return facts.population?.value ?? null
  if (field === 'position') return facts.position ? `${facts.position.lon},${facts.position.lat}` : null
  return facts[field] ?? null
}

const differs = (change: ChangeAfter) => change.from !== change.to

/** Sums of money that differ, in fen. */
export function moneyChanges(before: FundSums, after: FundSums): ChangeAfter[] {
  return FUNDING_SOURCES.flatMap(source =>
    FUND_KINDS.map((kind): ChangeAfter => {
      const cell = fundCell(source, kind)
      return { kind: 'money', field: `${source}.${kind}`, from: before[cell] ?? 0, to: after[cell] ?? 0 }
    }),
  ).filter(differs)
}

const NOTHING: Pick<CentreState, 'facts' | 'reported' | 'checked' | 'funds'> = {
  facts: {},
  reported: {},
  checked: {},
  funds: noFunds(),
}

type Signed = Pick<CentreState, 'facts' | 'reported' | 'checked' | 'funds'>

/**
 * What differs between a centre as it was signed and as it is known now, both of the same day. A slot that was not
 * there, or is no longer, had nothing.
 */
export function changesAfter(before: Signed | undefined, after: Signed | undefined): ChangeAfter[] {
  const was = before ?? NOTHING
  const is = after ?? NOTHING
  const stages = REPORTABLE_STAGES.flatMap((stage): ChangeAfter[] => [
    {
      kind: 'reported',
      field: stage,
      from: was.reported[stage]?.date ?? null,
      to: is.reported[stage]?.date ?? null,
    },
    {
      kind: 'verified',
      field: stage,
      from: was.checked[stage]?.recognisedOn ?? null,
      to: is.checked[stage]?.recognisedOn ?? null,
    },
    {
      kind: 'planned',
      field: stage,
      from: was.facts.planned?.[stage] ?? null,
      to: is.facts.planned?.[stage] ?? null,
    },
  ])
  const facts = CHANGED_FACTS.map(
    (field): ChangeAfter => ({
      kind: 'fact',
      field,
      from: factValue(was.facts, field),
      to: factValue(is.facts, field),
    }),
  )
  return [...stages.filter(differs), ...facts.filter(differs), ...moneyChanges(was.funds, is.funds)]
}
