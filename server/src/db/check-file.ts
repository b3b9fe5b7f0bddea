import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** What SQLite itself finds wrong with the file. */
export async function checkIntegrity(db: Db) {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows
    .filter(row => row.integrity_check !== 'ok')
    .map(row => ({ check: 'integrity' as const, where: 'store.sqlite', what: row.integrity_check }))
}

/** References to rows that are not there. */
export async function checkForeignKeys(db: Db) {
  const { rows } = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db)
  return rows.map(row => ({
    check: 'foreignKeys' as const,
    where: `${row.table} row ${row.rowid}`,
    what: `refers to a row that ${row.parent} does not have`,
  }))
}
