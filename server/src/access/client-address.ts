import { BlockList, isIPv4, isIPv6, SocketAddress } from 'node:net'

/** The machines whose word on where a request comes from is taken. */
export interface TrustedProxies {
  includes(address: string): boolean
  readonly isEmpty: boolean
}

export const NO_PROXIES: TrustedProxies = { includes: () => false, isEmpty: true }

/** What the address of a request is called where there is no telling. */
const UNKNOWN = 'unknown'
/** Longer chains than this are not honest; only their nearest end is read. */
const LONGEST_CHAIN = 32
const LONGEST_HEADER = 2048

/** One spelling for each address: IPv4 as such though mapped into IPv6, no zone; null: not an address. */
export function normalAddress(text: string): string | null {
  if (isIPv4(text)) return text
  if (text.length > 64 || !isIPv6(text)) return null
  const [address] = text.split('%')
  const { address: normal } = new SocketAddress({ address, family: 'ipv6' })
  const mapped = /^::ffff:([\d.]+)$/i.exec(normal)?.[1]
  return mapped && isIPv4(mapped) ? mapped : normal
}

const family = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

function addNetwork(list: BlockList, text: string): boolean {
  const [, host = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const address = normalAddress(host)
  if (address === null) return false
  const longest = isIPv4(address) ? 32 : 128
  // A prefix of a mapped address counts the 96 bits before it.
  const prefix = Number(bits ?? longest) - (bits !== undefined && isIPv4(address) && !isIPv4(host) ? 96 : 0)
  if (prefix < 0 || prefix > longest) return false
  list.addSubnet(address, prefix, family(address))
  return true
}

/** Addresses and networks (`10.0.0.7`, `fd00::/8`) parted by commas; null when one of them is neither. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  const entries = text.split(',').map(entry => entry.trim())
  const named = entries.filter(entry => entry !== '')
  if (named.length === 0) return NO_PROXIES
  const list = new BlockList()
  if (!named.every(entry => addNetwork(list, entry))) return null
  return { includes: address => list.check(address, family(address)), isEmpty: false }
}

const LOOPBACK = parseTrustedProxies('127.0.0.0/8,::1') as TrustedProxies

/** Whether a host, by name or address, is this very machine. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const address = normalAddress(host.replace(/^\[(.*)\]$/, '$1'))
  return address !== null && LOOPBACK.includes(address)
}

/** An entry as proxies write it: bare, quoted, with a port, in brackets. */
function addressOfEntry(entry: string): string | null {
  const bare = entry.trim().replace(/^"(.*)"$/, '$1')
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(bare) ?? []
  if (bracketed !== undefined) return normalAddress(bracketed)
  const [, beforePort] = /^([\d.]+):\d{1,5}$/.exec(bare) ?? []
  return normalAddress(beforePort ?? bare)
}

/**
 * Where a request comes from: the socket's other end, or, where that is a trusted proxy, whom the chain of trusted
 * proxies names. Each proxy appends whom it heard from, so the chain is read from its end and believed up to the first
 * address that is no trusted proxy; at anything unreadable belief ends, for what stands before it may be forged.
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | null,
  trusted: TrustedProxies,
): string {
  let client = remoteAddress === undefined ? null : normalAddress(remoteAddress)
  if (client === null) return UNKNOWN
  if (forwardedFor === null || !trusted.includes(client)) return client
  const chain = forwardedFor.slice(-LONGEST_HEADER).split(',').slice(-LONGEST_CHAIN)
  for (const entry of chain.reverse()) {
    const named = addressOfEntry(entry)
    if (named === null) return client
    client = named
    if (!trusted.includes(client)) return client
  }
  return client
}

const RELAYED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** Whether somebody passed a request on: a proxy not trusted stands on this machine, too, and lets everybody in. */
export const isRelayed = (headers: Headers): boolean => RELAYED.some(name => headers.has(name))

export interface Asker {
  address: string
  origin: string
  isRelayed?: () => boolean
}

/** Whether this very machine asks: by its own address and name, and not for somebody else. */
export const isAskedHere = ({ address, origin, isRelayed }: Asker): boolean =>
  isLoopback(address) && isLoopback(new URL(origin).hostname) && !isRelayed?.()
