import { hash } from 'node:crypto'
import { canonicalJson } from '@lvliang/shared/audit/canonical-json'
import { z } from 'zod'
import { STORE_FILE } from '../db/open.ts'

export const MANIFEST = 'manifest.json'
export const FORMAT = 1
/** Room for a hundred thousand entries, and no more than a program may hold at once. */
export const MOST_MANIFEST_BYTES = 32 * 1024 * 1024
const MOST_ENTRIES = 100_000

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const EVIDENCE = /^evidence\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/
/** A file of the folder itself, a setting. */
const SETTING = /^[A-Za-z0-9][\w.-]{0,63}$/
/** What belongs to the process that runs, or is the database's own. */
const TRANSIENT = /^(store\.sqlite|writer\.lock)|-(wal|shm|journal)$|\.(tmp|partial)$|^manifest\.json$/

/** Whether a file of the folder is kept with its database. */
export const isSetting = (name: string): boolean => SETTING.test(name) && !TRANSIENT.test(name)

/** A path that can be nowhere but in the folder, and only where a file of its kind belongs. */
const isOurPath = (path: string) => path === STORE_FILE || EVIDENCE.test(path) || isSetting(path)

const entrySchema = z
  .strictObject({
    path: z.string().refine(isOurPath, 'no path of a backup'),
    bytes: z.number().int().nonnegative(),
    sha256,
  })
  .refine(({ path, sha256 }) => !path.startsWith('evidence/') || path.endsWith(sha256), 'evidence has another name')
export type ManifestEntry = z.output<typeof entrySchema>

const contentSchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  kind: z.enum(['live', 'demo']),
  programme: z.strictObject({ id: z.string(), year: z.number().int(), title: z.string() }),
  /** The newest record and the newest row of the audit in the snapshot. */
  recordSeq: z.number().int().nonnegative(),
  audit: z.strictObject({ seq: z.number().int().nonnegative(), hash: sha256 }),
  entries: z
    .array(entrySchema)
    .max(MOST_ENTRIES)
    .refine(entries => new Set(entries.map(({ path }) => path)).size === entries.length, 'a path is named twice')
    .refine(entries => entries.some(({ path }) => path === STORE_FILE), 'no database'),
})
export type Manifest = z.output<typeof contentSchema>
export type BackupKind = Manifest['kind']

const sealOf = (content: unknown) => hash('sha256', canonicalJson(content))

/** The manifest as it stands in the archive; its last line seals the rest. */
export const writeManifest = (manifest: Manifest): string =>
  `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 1)}\n`

const formatSchema = z.object({ format: z.number() })

/** Whether a later program made this. */
export const isLaterFormat = (json: unknown): boolean => (formatSchema.safeParse(json).data?.format ?? 0) > FORMAT

/** Reads what {@link writeManifest} wrote; null where it is not what was written. */
export function parseManifest(json: unknown): Manifest | null {
  const { seal, ...content } = z.looseObject({ seal: z.string() }).safeParse(json).data ?? { seal: '' }
  const parsed = contentSchema.safeParse(content)
  return parsed.success && sealOf(content) === seal ? parsed.data : null
}

const BLOCK = 512
const padded = (bytes: number) => Math.ceil(bytes / BLOCK) * BLOCK

/** The length of the archive, to the byte: a header and padding for each entry, two empty blocks at its end. */
export const archiveBytes = (manifestBytes: number, { entries }: Manifest): number =>
  [manifestBytes, ...entries.map(({ bytes }) => bytes)].reduce((sum, bytes) => sum + BLOCK + padded(bytes), 2 * BLOCK)
