import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface BackupOptions {
  /** Null: `backups` in the data folder. */
  to: string | null
  demonstration: boolean
  /** How many backups the folder keeps; null: all. */
  keep: number | null
}

export interface RestoreOptions {
  file: string
  dataDir: string | null
  isDryRun: boolean
}

export const BACKUP_USAGE = `用法 usage:
  npm run backup -- [--to FOLDER] [--demo] [--keep NUMBER]`
export const RESTORE_USAGE = `用法 usage:
  npm run restore -- FILE [--data-dir FOLDER] [--dry-run]`

const folderOf = (value: string | undefined) => (value === undefined ? null : resolve(value))

/** What the command line asks for; null: nothing that could be done. */
export function parseBackupOptions(args: string[]): BackupOptions | null {
  try {
    const { values } = parseArgs({
      args,
      options: { to: { type: 'string' }, demo: { type: 'boolean', default: false }, keep: { type: 'string' } },
    })
    const { to, demo, keep } = values
    if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep)) return null
    return { to: folderOf(to), demonstration: demo, keep: keep === undefined ? null : Number(keep) }
  } catch {
    return null
  }
}

export function parseRestoreOptions(args: string[]): RestoreOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'data-dir': { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return null
    return { file: resolve(file), dataDir: folderOf(values['data-dir']), isDryRun: values['dry-run'] }
  } catch {
    return null
  }
}
