import { ROLES } from '@lvliang/shared/accounts/role'
import { AUDIT_OUTCOMES } from '@lvliang/shared/audit/audit.schema'
import { type Kysely, sql } from 'kysely'
import { isCounty, isInstant, isTruth, quoted, strict } from '../columns.ts'
import { refuseChanges } from '../refuse-changes.ts'

async function createAccount(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('username', 'text', column => column.notNull().unique().check(sql`username = lower(username)`))
    .addColumn('display_username', 'text')
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('email', 'text', column => column.notNull().unique())
    .addColumn('email_verified', 'integer', column => column.notNull().defaultTo(0).check(isTruth('email_verified')))
    .addColumn('image', 'text')
    .addColumn('role', 'text', column => column.notNull().check(sql`role in (${quoted(ROLES)})`))
    .addColumn('county', 'text', column => column.check(isCounty('county')))
    .addColumn('finance', 'integer', column => column.notNull().defaultTo(0).check(isTruth('finance')))
    .addColumn('disabled', 'integer', column => column.notNull().defaultTo(0).check(isTruth('disabled')))
    .addColumn('disabled_reason', 'text')
    .addColumn('disabled_until', 'text')
    .addColumn('two_factor_enabled', 'integer', column =>
      column.notNull().defaultTo(0).check(isTruth('two_factor_enabled')),
    )
    .addColumn('last_sign_in_at', 'text', column => column.check(isInstant('last_sign_in_at')))
    .addColumn('version', 'integer', column => column.notNull().defaultTo(1).check(sql`version > 0`))
    .addColumn('created_at', 'text', column => column.notNull().check(isInstant('created_at')))
    .addColumn('updated_at', 'text', column => column.notNull().check(isInstant('updated_at')))
    .addCheckConstraint('county_of_role', sql`(role in ('county', 'inspector')) = (county is not null)`)
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('credential')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('account_id', 'text', column => column.notNull().references('account.id'))
    .addColumn('provider_id', 'text', column => column.notNull())
    .addColumn('provider_account_id', 'text', column => column.notNull())
    .addColumn('password', 'text')
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', 'text')
    .addColumn('refresh_token_expires_at', 'text')
    .addColumn('scope', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('updated_at', 'text', column => column.notNull())
    .addUniqueConstraint('credential_provider', ['provider_id', 'provider_account_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('credential_account').on('credential').column('account_id').execute()
  await db.schema
    .createTable('second_factor')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('account_id', 'text', column => column.notNull().unique().references('account.id'))
    .addColumn('secret', 'text', column => column.notNull())
    .addColumn('backup_codes', 'text', column => column.notNull())
    .addColumn('verified', 'integer', column => column.notNull().defaultTo(0).check(isTruth('verified')))
    .addColumn('failed_verification_count', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('locked_until', 'text')
    /** The time step of the code used last: none is taken twice. */
    .addColumn('last_step', 'integer')
    .modifyEnd(strict)
    .execute()
}

async function createSession(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('account_id', 'text', column => column.notNull().references('account.id'))
    .addColumn('token', 'text', column => column.notNull().unique())
    .addColumn('address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('impersonated_by', 'text')
    .addColumn('stay', 'integer', column => column.notNull().defaultTo(0).check(isTruth('stay')))
    .addColumn('viewing_as', 'text', column => column.check(isCounty('viewing_as')))
    .addColumn('created_at', 'text', column => column.notNull().check(isInstant('created_at')))
    .addColumn('updated_at', 'text', column => column.notNull().check(isInstant('updated_at')))
    .addColumn('last_seen_at', 'text', column => column.notNull().check(isInstant('last_seen_at')))
    .addColumn('expires_at', 'text', column => column.notNull().check(isInstant('expires_at')))
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('session_account').on('session').column('account_id').execute()
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('identifier', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('updated_at', 'text', column => column.notNull())
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('verification_identifier').on('verification').column('identifier').execute()
  await db.schema
    .createTable('wall_link')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('label', 'text', column => column.notNull())
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('created_by', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull().check(isInstant('created_at')))
    .addColumn('last_used_at', 'text', column => column.check(isInstant('last_used_at')))
    .addColumn('revoked_at', 'text', column => column.check(isInstant('revoked_at')))
    .modifyEnd(strict)
    .execute()
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  const hash = (column: string) => sql<boolean>`length(${sql.ref(column)}) = 64`
  const json = (column: string) => sql<boolean>`json_valid(${sql.ref(column)})`
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('at', 'text', column => column.notNull().check(isInstant('at')))
    .addColumn('account_id', 'text')
    .addColumn('username', 'text')
    .addColumn('role', 'text')
    .addColumn('county', 'text')
    .addColumn('address', 'text')
    .addColumn('request_id', 'text')
    .addColumn('operation', 'text', column => column.notNull())
    .addColumn('outcome', 'text', column => column.notNull().check(sql`outcome in (${quoted(AUDIT_OUTCOMES)})`))
    .addColumn('subject', 'text')
    .addColumn('before', 'text', column => column.check(json('before')))
    .addColumn('after', 'text', column => column.check(json('after')))
    .addColumn('previous_hash', 'text', column => column.notNull().check(hash('previous_hash')))
    .addColumn('hash', 'text', column => column.notNull().check(hash('hash')))
    .modifyEnd(strict)
    .execute()
  // Two and no more: every write pays for them, while the audit is read now and then.
  await db.schema.createIndex('audit_operation').on('audit').columns(['operation', 'seq']).execute()
  await db.schema
    .createIndex('audit_outcome')
    .on('audit')
    .columns(['outcome', 'seq'])
    .where(sql<boolean>`outcome <> 'done'`)
    .execute()
  await refuseChanges(db, 'audit')
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccount(db)
  await createSession(db)
  await createAudit(db)
}
