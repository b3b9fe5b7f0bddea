import { DomainError, type Fault } from '../errors.ts'

/** The same words whether there is none or the asker must not know of it. */
export const visitUnknown = () => new DomainError('visitUnknown', '没有这次督查。 / There is no such visit.')

export const centreUnknown = (code: string) =>
  new DomainError('centreUnknown', `没有编号为 ${code} 的项目。 / There is no centre ${code}.`)

export const visitConflict = (current?: { id: string }) =>
  new DomainError('recordConflict', '同一编号的督查内容不同。 / A visit with the same id says something else.', {
    ...(current ? { current: { id: current.id } } : {}),
  })

/** Refuses what breaks a rule, naming all of it. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  throw new DomainError('ruleBroken', faults.map(({ message }) => message).join(' '), faults)
}
