/** Under which names this program is served. */
export interface Site {
  /** The origin a host name (with its port) belongs to; null: not served under it. */
  originOf(host: string): string | null
  /** Where links that are given out lead. */
  readonly publicOrigin: string
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const nameOf = (host: string) => host.replace(/:\d+$/, '')

interface SiteOptions {
  /** `https://board.example`; null: this machine alone. */
  publicUrl: string | null
  /** The server itself speaks TLS. */
  tls: boolean
  /** Where this machine reaches it; its port may be known only once it listens. */
  localOrigin: () => string
  /** Addresses of this machine under which it is served, too, as they stand in a URL. */
  ownAddresses?: ReadonlySet<string>
}

/**
 * The loopback names are always served, this machine's own addresses where asked for, any other name only when it is
 * the public one: it would be a page elsewhere, rebound.
 */
export function createSite({ publicUrl, tls, localOrigin, ownAddresses }: SiteOptions): Site {
  const publicSite = publicUrl === null ? null : new URL(publicUrl)
  const scheme = tls ? 'https' : 'http'
  return {
    get publicOrigin() {
      return publicSite?.origin ?? localOrigin()
    },
    originOf(host) {
      if (publicSite && host.toLowerCase() === publicSite.host) return publicSite.origin
      const name = nameOf(host)
      return LOOPBACK.has(name) || ownAddresses?.has(name) ? `${scheme}://${host}` : null
    },
  }
}
