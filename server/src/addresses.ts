import { isIPv6 } from 'node:net'
import { ownAddresses } from './access/own-addresses.ts'
import { createSite, type Site } from './access/site.ts'
import type { Config } from './config.ts'

const ALL = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
])

export interface Addresses {
  site: Site
  /** Called once the server listens. */
  listensOn(port: number): void
  /** Every address at which it can be asked, for people to read. */
  all(): string[]
}

/** Under which addresses the server is found: here, by its public name, and as a demonstration on the network. */
export function addressesOf(
  { host, port: wanted, publicUrl, tls, accounts }: Config,
  demonstration: boolean,
): Addresses {
  let port = wanted
  const name = ALL.get(host) ?? (isIPv6(host) ? `[${host}]` : host)
  const onNetwork = demonstration && accounts.demoLan ? ownAddresses() : new Set<string>()
  const at = (hostname: string) => `http${tls ? 's' : ''}://${hostname}:${port}`
  const site = createSite({ publicUrl, tls: tls !== null, localOrigin: () => at(name), ownAddresses: onNetwork })
  return {
    site,
    listensOn(actual) {
      port = actual
    },
    all() {
      const others = ALL.has(host) ? [...onNetwork].map(at) : []
      return [at(name), ...(publicUrl === null ? [] : [publicUrl]), ...others]
    },
  }
}
