import { isIPv6 } from 'node:net'
import { normalAddress } from '../access/client-address.ts'

const GROUPS_OF_A_NETWORK = 4

/** The first groups of an IPv6 address, zeros written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const split = (part: string) => (part === '' ? [] : part.split(':'))
  const zeros = tail === undefined ? 0 : 8 - split(head).length - split(tail).length
  return [...split(head), ...Array<string>(zeros).fill('0'), ...split(tail ?? '')]
}

/**
 * What counts as one network when tries are counted: an IPv4 address, or the /64 of an IPv6 address, because whoever
 * has one address of it has all.
 */
export function networkOf(address: string): string {
  const normal = normalAddress(address) ?? address
  return isIPv6(normal) ? `${groupsOf(normal).slice(0, GROUPS_OF_A_NETWORK).join(':')}::/64` : normal
}
