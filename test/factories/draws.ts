import { createHash } from 'node:crypto'
import { allocate, strataOf } from '@lvliang/shared/draw/allocate'
import { commitOf, draw, poolHashOf, seedOf } from '@lvliang/shared/draw/draw'
import type { DrawInspector, DrawRecord, PoolRow } from '@lvliang/shared/draw/draw.schema'
import { recordHashOf } from '@lvliang/shared/draw/verify-draw'

/** 32 bytes that look random and are the same each time. */
export const secretOf = (n: number): string => createHash('sha256').update(`secret ${n}`).digest('hex')

/** Sites of some strata, by turns; every ninth is not eligible. */
export const createPool = (size: number, strata = 4): PoolRow[] =>
  Array.from({ length: size }, (_, i) => {
    const stratum = `1411${String(21 + (i % strata))}`
    const eligible = i % 9 !== 8
    return {
      id: `LL2018-${String(i + 1).padStart(3, '0')}`,
      county: stratum,
      stratum,
      eligible,
      reason: eligible ? null : '停工',
    }
  })

export const createInspectors = (n: number): DrawInspector[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `inspector-${i + 1}`,
    recused: i % 3 === 0 ? [`1411${21 + (i % 4)}`] : [],
  }))

interface Asked {
  pool?: PoolRow[]
  total?: number
  reserves?: number
  inspectors?: DrawInspector[]
  secret?: number
  publicValue?: string
}

/** A draw made from the beginning to the end. */
export async function createDraw(asked: Asked = {}): Promise<DrawRecord> {
  const { pool = createPool(40), total = 8, reserves = 2, inspectors = createInspectors(9), secret = 1 } = asked
  const { publicValue = '福彩3D 2018212 407' } = asked
  const secretHex = secretOf(secret)
  const frozen = {
    frozenAt: '2018-07-30T02:00:00.000Z',
    stratification: 'county' as const,
    pool,
    poolHash: await poolHashOf(pool),
    strata: allocate(total, strataOf(pool)),
    reserves,
    inspectors,
    inspectorsASite: 2,
    commit: await commitOf(secretHex),
    publicSource: { kind: 'lottery' as const, name: '福彩3D 2018212期' },
  }
  const seed = await seedOf(frozen.poolHash, { publicValue, secretHex })
  const record: DrawRecord = {
    protocol: 'draw/v1',
    id: '00000000-0000-4000-8000-000000000001',
    title: '2018年三季度抽查',
    replaces: null,
    frozen,
    revealed: { revealedAt: '2018-07-31T13:30:00.000Z', publicValue, secretHex, seed },
    result: await draw(frozen, seed),
    recordHash: '0'.repeat(64),
  }
  return { ...record, recordHash: await recordHashOf(record) }
}
