import type { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { BetterAuthOptions, InternalAdapter } from '@better-auth/core'
import type { Db, Trx } from '../db/tables.ts'

/** What is used of the accounts library. */
export interface AuthEngine {
  hashPassword(password: string): Promise<string>
  verifyPassword(hash: string, password: string): Promise<boolean>
  encrypt(text: string): Promise<string>
  decrypt(text: string): Promise<string>
  /** Runs `work` on the rows of accounts inside a transaction of ours, so that they commit with what else it writes. */
  within<T>(trx: Trx, work: (rows: InternalAdapter) => Promise<T>): Promise<T>
}

/** The engine, loaded when it is first asked for: reading its packages takes longer than starting the server. */
export type Auth = () => Promise<AuthEngine>

interface AuthOptions {
  db: Db
  secret: string
  /** Where this program is reached; links are never built from what a request says. */
  baseURL: () => string
}

export function openAuth(options: AuthOptions): Auth {
  let engine: Promise<AuthEngine> | undefined
  return () => {
    engine ??= loadEngine(options)
    return engine
  }
}

async function loadEngine({ db, secret, baseURL }: AuthOptions): Promise<AuthEngine> {
  const [{ betterAuth }, { kyselyAdapter }, context, { symmetricDecrypt, symmetricEncrypt }, plugins] =
    await Promise.all([
      import('better-auth/minimal'),
      import('@better-auth/kysely-adapter'),
      import('@better-auth/core/context'),
      import('better-auth/crypto'),
      loadPlugins(),
    ])
  const adapterOf = (rows: Db | Trx) => kyselyAdapter(rows, { type: 'sqlite', transaction: false })
  const options = {
    ...OPTIONS,
    plugins,
    secret,
    baseURL: baseURL(),
    database: adapterOf(db),
  } satisfies BetterAuthOptions
  const { internalAdapter, password } = await betterAuth(options).$context
  return {
    hashPassword: password.hash,
    verifyPassword: (hash, given) => password.verify({ hash, password: given }),
    encrypt: data => symmetricEncrypt({ key: secret, data }),
    decrypt: data => symmetricDecrypt({ key: secret, data }),
    within: whileUsed(
      await context.getCurrentDBAdapterAsyncLocalStorage(),
      async (trx, work) => await context.runWithAdapter(adapterOf(trx)(options), () => work(internalAdapter)),
    ),
  }
}

/** The library's storage follows every promise of the process once it was used: with the last use it is put away again. */
function whileUsed(
  storage: Pick<AsyncLocalStorage<unknown>, 'disable'>,
  within: AuthEngine['within'],
): AuthEngine['within'] {
  let users = 0
  return async (trx, work) => {
    users++
    try {
      return await within(trx, work)
    } finally {
      users--
      if (users === 0) storage.disable()
    }
  }
}

async function loadPlugins() {
  const [{ username }, { admin }, { twoFactor }] = await Promise.all([
    import('better-auth/plugins/username'),
    import('better-auth/plugins/admin'),
    import('better-auth/plugins/two-factor'),
  ])
  return [
    username({ schema: { user: { fields: { displayUsername: 'display_username' } } } }),
    // Its hook refuses a session to a disabled account, whoever asks for one.
    admin({
      schema: {
        user: { fields: { banned: 'disabled', banReason: 'disabled_reason', banExpires: 'disabled_until' } },
        session: { fields: { impersonatedBy: 'impersonated_by' } },
      },
    }),
    twoFactor({
      schema: {
        user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
        twoFactor: {
          modelName: 'second_factor',
          fields: {
            userId: 'account_id',
            backupCodes: 'backup_codes',
            failedVerificationCount: 'failed_verification_count',
            lockedUntil: 'locked_until',
          },
        },
      },
    }),
  ]
}

/** Its own handler is never mounted: what of it could be asked from outside is shut all the same. */
const OPTIONS = {
  emailAndPassword: { enabled: true, disableSignUp: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  advanced: {
    useSecureCookies: false,
    database: { generateId: () => randomUUID(), validateSchema: false },
  },
  user: {
    modelName: 'account',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    additionalFields: {
      county: { type: 'string', required: false },
      finance: { type: 'boolean', required: false, defaultValue: false },
      lastSignInAt: { type: 'date', required: false, fieldName: 'last_sign_in_at' },
      version: { type: 'number', required: false, defaultValue: 1 },
    },
  },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'account_id',
      accountId: 'provider_account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  session: {
    fields: {
      userId: 'account_id',
      ipAddress: 'address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      expiresAt: 'expires_at',
    },
    additionalFields: {
      stay: { type: 'boolean', required: false, defaultValue: false },
      viewingAs: { type: 'string', required: false, fieldName: 'viewing_as' },
      lastSeenAt: { type: 'date', required: false, fieldName: 'last_seen_at' },
    },
  },
  verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
} satisfies BetterAuthOptions
