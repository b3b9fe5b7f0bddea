import { type Kysely, sql } from 'kysely'

/** Makes a table append-only: the database itself refuses to change or delete a row. */
export async function refuseChanges(db: Kysely<unknown>, table: string): Promise<void> {
  for (const act of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`${table}_refuses_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db)
  }
}
