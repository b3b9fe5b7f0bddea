import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

const inUrl = (address: string) => (isIPv6(address) ? `[${address}]` : address)

/** The addresses of this machine on its networks, as they stand in a URL. */
export function ownAddresses(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap(found => found ?? [])
  // A browser's URL has no zone, and a link-local address is of no use without one.
  const usable = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
  return new Set(usable.map(({ address }) => inUrl(address)))
}
