import Sqlite from 'better-sqlite3'
import { DomainError } from '../errors.ts'

/**
 * `synchronous` must be set on every connection: the default for an existing WAL file is NORMAL, which may lose
 * acknowledged writes when power fails. `recursive_triggers` lets the append-only triggers see `REPLACE`, too.
 */
const SETTINGS = [
  { name: 'journal_mode', set: 'wal', reads: 'wal' },
  { name: 'synchronous', set: 'full', reads: 2 },
  { name: 'foreign_keys', set: 'on', reads: 1 },
  { name: 'recursive_triggers', set: 'on', reads: 1 },
  // Pages written again and again are carried over four times less often than by default.
  { name: 'wal_autocheckpoint', set: '4000', reads: 4000 },
  { name: 'busy_timeout', set: '5000', reads: 5000 },
] as const

export type Settings = Record<string, string | number>

/** Opens a database file with the settings that keep it durable; throws where one did not take. */
export function openConnection(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  try {
    for (const setting of SETTINGS) connection.pragma(`${setting.name} = ${setting.set}`)
    assertSettings(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Throws `settingRefused` where a connection does not run with the durable settings. */
export function assertSettings(connection: Sqlite.Database): void {
  for (const setting of SETTINGS) {
    const value = connection.pragma(setting.name, { simple: true })
    if (value === setting.reads) continue
    throw new DomainError(
      'settingRefused',
      `数据库设置未生效：${setting.name} 应为 ${setting.set}，实为 ${value}。 / ` +
        `The database did not take ${setting.name} = ${setting.set} (it reads ${value}).`,
    )
  }
}
