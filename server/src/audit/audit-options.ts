import { parseArgs } from 'node:util'
import type { AuditHead } from '../store/append-audit.ts'

export type AuditWork =
  | { act: 'verify'; anchor: AuditHead | null }
  | { act: 'anchor' }
  | { act: 'export'; file: string }

/** `SEQ:HASH`, as the act `anchor` prints it. */
function parseAnchor(text: string): AuditHead | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  return seq !== undefined && hash !== undefined ? { seq: Number(seq), hash } : null
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { anchor: { type: 'string' } } })
  } catch {
    return null
  }
}

/** What the command line asks for; null: nothing that could be done. */
export function parseAuditOptions(args: string[]): AuditWork | null {
  const found = parsed(args)
  if (found === null) return null
  const { values, positionals } = found
  const [act, file, ...more] = positionals
  if (act === 'verify' && file === undefined) {
    const anchor = values.anchor === undefined ? null : parseAnchor(values.anchor)
    return anchor === null && values.anchor !== undefined ? null : { act, anchor }
  }
  if (values.anchor !== undefined || more.length > 0) return null
  if (act === 'anchor' && file === undefined) return { act }
  return act === 'export' && file !== undefined ? { act, file } : null
}
