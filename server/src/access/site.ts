/** Under which names this program is served. */
export interface Site {
  /** The origin a host name (with its port) belongs to; null: not served under it. */
  originOf(host: string): string | null
  /** Where links that are given out lead. */
  publicOrigin: string
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const nameOf = (host: string) => host.replace(/:\d+$/, '')

interface SiteOptions {
  /** `https://board.example`; null: this machine alone. */
  publicUrl: string | null
  /** The server itself speaks TLS. */
  tls: boolean
  /** Where this machine reaches it. */
  localOrigin: string
}

/** The loopback names are always served; any other only when it is the public one: it would be a page elsewhere, rebound. */
export function createSite({ publicUrl, tls, localOrigin }: SiteOptions): Site {
  const publicSite = publicUrl === null ? null : new URL(publicUrl)
  const scheme = tls ? 'https' : 'http'
  return {
    publicOrigin: publicSite?.origin ?? localOrigin,
    originOf(host) {
      if (publicSite && host.toLowerCase() === publicSite.host) return publicSite.origin
      return LOOPBACK.has(nameOf(host)) ? `${scheme}://${host}` : null
    },
  }
}
