import { z } from 'zod'
import { instantSchema, nameSchema } from '../plan/plan.schema.ts'
import { OPERATIONS } from './access.ts'
import { roleSchema } from './role.ts'

export const countyCodeSchema = z.string().regex(/^\d{6}$/)
/** Names by which the program itself stands in the audit: whoever bore one could pass for it. */
const RESERVED_USERNAMES = ['console', 'system']
/** Letters, digits, dot, hyphen and underscore; upper case counts as lower. */
export const usernameSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,29}$/)
  .refine(name => !RESERVED_USERNAMES.includes(name.toLowerCase()), 'reserved')
/** What is typed as a password; whether it may become one is decided by `password-rules`. */
export const passwordSchema = z.string().min(1).max(128)
/** Six digits of an authenticator, or one of the codes kept for the day it is lost. */
export const secondFactorCodeSchema = z.string().trim().min(6).max(32)

/** `GET /api/auth/options`: what the sign-in page offers. */
export const signInOptionsSchema = z
  .object({
    title: nameSchema,
    demonstration: z.boolean(),
    /** One-click roles are offered: the demonstration, asked from where they are allowed. */
    oneClick: z.boolean(),
    counties: z.array(z.object({ code: z.string(), name: nameSchema })),
  })
  .meta({ id: 'SignInOptions' })
export type SignInOptions = z.infer<typeof signInOptionsSchema>

/** `POST /api/auth/sign-in/username`. Without `code` an account with a second factor is answered `secondFactorRequired`. */
export const signInSchema = z
  .strictObject({
    username: z.string().trim().min(1).max(100),
    password: passwordSchema,
    code: secondFactorCodeSchema.optional(),
    /** Stay signed in on this device, where the role may. */
    stay: z.boolean().optional(),
  })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof signInSchema>

/** `POST /api/auth/demonstration` */
export const demonstrationSignInSchema = z
  .strictObject({ role: roleSchema, county: countyCodeSchema.optional() })
  .meta({ id: 'DemonstrationSignIn' })
export type DemonstrationSignIn = z.infer<typeof demonstrationSignInSchema>

export const setUpTokenSchema = z.strictObject({ token: z.string().min(1).max(200) }).meta({ id: 'SetUpToken' })
/** `POST /api/auth/set-up-link`: what a one-time link is for. `username` is null where the one who opens it chooses it. */
export const setUpLinkSchema = z
  .object({
    username: z.string().nullable(),
    name: z.string().nullable(),
    role: roleSchema,
    county: z.string().nullable(),
    expiresAt: instantSchema,
  })
  .meta({ id: 'SetUpLink' })
export type SetUpLink = z.infer<typeof setUpLinkSchema>

/** `POST /api/auth/set-up` */
export const setUpSchema = z
  .strictObject({
    token: z.string().min(1).max(200),
    username: usernameSchema,
    password: passwordSchema,
    /** Asked for, as at a sign-in, where the account has a second factor. */
    code: secondFactorCodeSchema.optional(),
  })
  .meta({ id: 'SetUp' })
export type SetUp = z.infer<typeof setUpSchema>

/** `GET /api/me`: who is asking, and what they may do. */
export const meSchema = z
  .object({
    /** Null for the wall screen's link. */
    id: z.string().nullable(),
    username: z.string().nullable(),
    name: z.string().nullable(),
    role: z.enum(['wall', ...roleSchema.options]),
    county: z.string().nullable(),
    finance: z.boolean(),
    /** The county through whose eyes the city office is looking; nothing may be changed meanwhile. */
    viewingAs: z.string().nullable(),
    /** False for who came by the demonstration's one click. */
    hasPassword: z.boolean(),
    secondFactor: z.object({
      enabled: z.boolean(),
      /** Must be set up before anything else may be done. */
      required: z.boolean(),
    }),
    /** When the session ends whatever is done; null: it does not. */
    endsAt: instantSchema.nullable(),
    /** After so long without a request it ends, too; null: it does not. */
    idleMinutes: z.number().nullable(),
    may: z.array(z.enum(OPERATIONS)),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof meSchema>

/** `POST /api/me/password` */
export const changePasswordSchema = z
  .strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema })
  .meta({ id: 'ChangePassword' })

/** `POST /api/me/second-factor` and `…/removal` ask for the password once more. */
export const passwordProofSchema = z.strictObject({ password: passwordSchema }).meta({ id: 'PasswordProof' })
/** The answer of `POST /api/me/second-factor`; shown once. */
export const secondFactorSchema = z
  .object({
    /** For the QR code: `otpauth://totp/…`. */
    uri: z.string(),
    /** The same secret for typing, base 32. */
    secret: z.string(),
    /** Each works once, when the authenticator is lost. */
    backupCodes: z.array(z.string()),
  })
  .meta({ id: 'SecondFactor' })
export type SecondFactor = z.infer<typeof secondFactorSchema>
/** `POST /api/me/second-factor/confirmation` */
export const confirmSecondFactorSchema = z
  .strictObject({ code: secondFactorCodeSchema })
  .meta({ id: 'ConfirmSecondFactor' })

/** One device on which the account is signed in. */
export const sessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean(),
    startedAt: instantSchema,
    lastSeenAt: instantSchema,
    endsAt: instantSchema,
    stay: z.boolean(),
    address: z.string(),
    /** As the browser names itself. */
    userAgent: z.string(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof sessionSchema>
export const sessionsSchema = z.object({ items: z.array(sessionSchema) }).meta({ id: 'Sessions' })

/** `PUT /api/me/view-as`: null ends it. */
export const viewAsSchema = z.strictObject({ county: countyCodeSchema.nullable() }).meta({ id: 'ViewAs' })

/** `invited`: no password yet. */
export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const

export const accountSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    role: roleSchema,
    county: z.string().nullable(),
    finance: z.boolean(),
    state: z.enum(ACCOUNT_STATES),
    secondFactor: z.boolean(),
    createdAt: instantSchema,
    lastSignInAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof accountSchema>

/** `GET /api/accounts` */
export const accountsQuerySchema = z.strictObject({
  q: z.string().max(100).optional(),
  role: roleSchema.optional(),
  county: countyCodeSchema.optional(),
  state: z.enum(ACCOUNT_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
})
export type AccountsQuery = z.output<typeof accountsQuerySchema>
export const accountsPageSchema = z
  .object({ items: z.array(accountSchema), total: z.int(), nextCursor: z.string().nullable() })
  .meta({ id: 'AccountsPage' })
export type AccountsPage = z.infer<typeof accountsPageSchema>

/** No line breaks, nor anything that turns the direction of writing: a name stands in logs, lists and the audit. */
const displayNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+$/u)

/** `POST /api/accounts`. The id is made by the client: the same again is the same act. */
export const createAccountSchema = z
  .strictObject({
    id: z.uuid(),
    username: usernameSchema,
    name: displayNameSchema,
    role: roleSchema,
    county: countyCodeSchema.nullable().optional(),
    finance: z.boolean().optional(),
  })
  .meta({ id: 'CreateAccount' })
export type CreateAccount = z.infer<typeof createAccountSchema>

/** `PATCH /api/accounts/{id}` with `If-Match`. */
export const changeAccountSchema = z
  .strictObject({
    name: displayNameSchema.optional(),
    role: roleSchema.optional(),
    county: countyCodeSchema.nullable().optional(),
    finance: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: 'ChangeAccount' })
export type ChangeAccount = z.infer<typeof changeAccountSchema>

/** A one-time link, shown once: only its hash is kept. */
export const madeLinkSchema = z
  .object({ url: z.string(), expiresAt: instantSchema.nullable() })
  .meta({ id: 'MadeLink' })
export type MadeLink = z.infer<typeof madeLinkSchema>
export const createdAccountSchema = z
  .object({ account: accountSchema, setUpLink: madeLinkSchema })
  .meta({ id: 'CreatedAccount' })
export type CreatedAccount = z.infer<typeof createdAccountSchema>

/** The read-only address of a wall screen. */
export const wallLinkSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    createdAt: instantSchema,
    createdBy: z.string(),
    lastUsedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'WallLink' })
export type WallLink = z.infer<typeof wallLinkSchema>
export const wallLinksSchema = z.object({ items: z.array(wallLinkSchema) }).meta({ id: 'WallLinks' })
export const makeWallLinkSchema = z
  .strictObject({ id: z.uuid(), label: displayNameSchema })
  .meta({ id: 'MakeWallLink' })
export const madeWallLinkSchema = z.object({ link: wallLinkSchema, url: z.string() }).meta({ id: 'MadeWallLink' })
export type MadeWallLink = z.infer<typeof madeWallLinkSchema>
