import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupKind } from './manifest.ts'

const OURS = /^(live|demo)-\d{8}T\d{6}\.\d{3}Z\.tar$/
/** What a backup that was cut short leaves behind. */
const LEFTOVER = /^(\.making-[A-Za-z0-9]{6}|(live|demo)-\d{8}T\d{6}\.\d{3}Z\.tar\.partial)$/

/** An instant as it stands in a file's name. */
export const stampOf = (at: string): string => at.replace(/[-:]/g, '')

export const backupName = (kind: BackupKind, at: string): string => `${kind}-${stampOf(at)}.tar`

/** The backups of a folder by their own names, oldest first. */
export const listBackups = (folder: string, kind: BackupKind): string[] =>
  readdirSync(folder)
    .filter(name => OURS.test(name) && name.startsWith(`${kind}-`))
    .sort()

/** When a backup was made, by its name. */
export function madeAtOf(name: string): Date {
  const [, year, month, day, time] = /-(\d{4})(\d\d)(\d\d)T(\d{6})/.exec(name) as RegExpExecArray
  return new Date(`${year}-${month}-${day}T${(time as string).replace(/(..)(..)(..)/, '$1:$2:$3')}Z`)
}

/** Deletes the oldest backups beyond `keep`; the one just made stays, whatever the clock said when it was named. */
export function pruneBackups(
  folder: string,
  kind: BackupKind,
  { keep, made }: { keep: number; made: string },
): string[] {
  const others = listBackups(folder, kind).filter(name => name !== made)
  const old = others.slice(0, Math.max(0, others.length - (keep - 1)))
  for (const name of old) rmSync(join(folder, name), { force: true })
  return old
}

/** Clears what was left half made. The caller alone makes backups in this folder. */
export function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (LEFTOVER.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}
