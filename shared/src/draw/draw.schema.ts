import { z } from 'zod'
import { instantSchema } from '../plan/plan.schema.ts'

/** How the pool is divided before the draw: one way, never both. */
export const STRATIFICATIONS = ['county', 'risk'] as const
export type Stratification = (typeof STRATIFICATIONS)[number]

/** Where the public value comes from: a lottery draw still to come, or digits called out by those present (现场抽取). */
export const PUBLIC_SOURCES = ['lottery', 'onSite'] as const

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Nothing that would end a line or a field of the pool's text. */
const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^|\n\r]+$/)

export const poolRowSchema = z.strictObject({
  id: word,
  county: word,
  stratum: word,
  eligible: z.boolean(),
  /** Why it is not eligible; null: it is. */
  reason: z.string().min(1).max(200).nullable(),
})
export type PoolRow = z.infer<typeof poolRowSchema>

export const drawInspectorSchema = z.strictObject({
  id: word,
  /** Counties it may not inspect. */
  recused: z.array(word),
})
export type DrawInspector = z.infer<typeof drawInspectorSchema>

export const stratumSchema = z.strictObject({
  stratum: word,
  /** Eligible sites. */
  size: z.int().nonnegative(),
  /** Sites to be drawn. */
  number: z.int().nonnegative(),
})
export type Stratum = z.infer<typeof stratumSchema>

/** What is published before the draw: from here on nothing of it can be chosen any more. */
export const frozenDrawSchema = z.strictObject({
  frozenAt: instantSchema,
  stratification: z.enum(STRATIFICATIONS),
  pool: z.array(poolRowSchema).min(1).max(20_000),
  /** SHA-256 of the pool's text. */
  poolHash: hash,
  strata: z.array(stratumSchema).min(1),
  /** Reserves drawn in each stratum beside its number. */
  reserves: z.int().nonnegative().max(100),
  inspectors: z.array(drawInspectorSchema).max(500),
  inspectorsASite: z.int().min(2).max(10),
  /** SHA-256 of the secret's hexadecimal text. */
  commit: hash,
  publicSource: z.strictObject({ kind: z.enum(PUBLIC_SOURCES), name: z.string().min(1).max(200) }),
})
export type FrozenDraw = z.infer<typeof frozenDrawSchema>

export const revealedDrawSchema = z.strictObject({
  revealedAt: instantSchema,
  publicValue: z.string().min(1).max(200),
  secretHex: hash,
  seed: hash,
})
export type RevealedDraw = z.infer<typeof revealedDrawSchema>

export const drawnSiteSchema = z.strictObject({
  id: word,
  stratum: word,
  ticket: hash,
  /** `drawn`, or a reserve by its place after them, from 1. */
  place: z.union([z.literal('drawn'), z.int().positive()]),
  /** Who inspects it, in the order of assignment; none for a reserve. */
  inspectors: z.array(word),
})
export type DrawnSite = z.infer<typeof drawnSiteSchema>

/** One draw as one record: what anybody needs to draw it again. */
export const drawRecordSchema = z.strictObject({
  protocol: z.literal('draw/v1'),
  id: z.uuid(),
  title: z.string().min(1).max(200),
  /** The draw this one replaces; null: it is the first. */
  replaces: z.uuid().nullable(),
  frozen: frozenDrawSchema,
  revealed: revealedDrawSchema,
  result: z.array(drawnSiteSchema),
  /** SHA-256 of the canonical JSON of all the rest. */
  recordHash: hash,
})
export type DrawRecord = z.infer<typeof drawRecordSchema>
