import { describe, expect, test } from 'vitest'
import { createDraw } from '../../../test/factories/draws.ts'
import type { DrawRecord } from './draw.schema.ts'
import { commitOf, draw } from './draw.ts'
import { drawText, recordHashOf, verifyDraw } from './verify-draw.ts'

/** A record that somebody has changed and given its right hash again. */
async function forged(change: (record: DrawRecord) => void): Promise<string> {
  const record = structuredClone(await createDraw())
  change(record)
  return drawText({ ...record, recordHash: await recordHashOf(record) })
}

const checkOf = async (text: string) => {
  const verdict = await verifyDraw(text)
  return verdict.holds ? 'holds' : [verdict.check, verdict.line]
}

describe('a record', () => {
  test('that nobody touched holds', async () => {
    expect(await verifyDraw(drawText(await createDraw()))).toMatchObject({ holds: true })
  })

  test('of which any one byte is changed does not hold', async () => {
    const text = drawText(await createDraw({ total: 4, reserves: 0 }))
    const bytes = Buffer.from(text)
    // Every 37th byte here; `npm run stress -- draw` goes over all of them.
    for (let i = 0; i < bytes.length; i += 37) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] as number) ^ 1
      expect(await verifyDraw(changed.toString()), `byte ${i}`).toMatchObject({ holds: false })
    }
  })

  test('with other spaces, a key twice or something after its end does not hold', async () => {
    const text = drawText(await createDraw())
    expect(await checkOf(JSON.stringify(JSON.parse(text), null, 2))).toEqual(['bytes', '1'])
    expect(await checkOf(text.trimEnd())).toEqual(['bytes', '1'])
    expect(await checkOf(text.replace('{', '{"id":"x",'))).toEqual(['bytes', '1'])
    expect(await checkOf(`${text}x`)).toEqual(['json', '1'])
  })
})

describe('a forgery with a right hash of its own is found where it was made', () => {
  test.each<[string, unknown, (record: DrawRecord) => void]>([
    [
      'a site said to be ineligible after the draw',
      ['poolHash', 'frozen.poolHash'],
      ({ frozen }) => Object.assign(frozen.pool[0] ?? {}, { eligible: false, reason: '停工' }),
    ],
    [
      'a site twice',
      ['pool', 'frozen.pool[1].id'],
      ({ frozen }) => Object.assign(frozen.pool[1] ?? {}, { id: frozen.pool[0]?.id }),
    ],
    [
      'a site left out without a reason',
      ['pool', 'frozen.pool[0].reason'],
      ({ frozen }) => Object.assign(frozen.pool[0] ?? {}, { eligible: false }),
    ],
    [
      'a stratum given more than its share',
      ['strata', 'frozen.strata'],
      ({ frozen: { strata } }) => {
        ;(strata[0] as { number: number }).number += 1
        ;(strata[1] as { number: number }).number -= 1
      },
    ],
    [
      'another secret',
      ['commit', 'frozen.commit'],
      ({ revealed }) => {
        revealed.secretHex = 'a'.repeat(64)
      },
    ],
    [
      'another public value',
      ['seed', 'revealed.seed'],
      ({ revealed }) => {
        revealed.publicValue += '1'
      },
    ],
    [
      'another seed',
      ['seed', 'revealed.seed'],
      ({ revealed }) => {
        revealed.seed = 'b'.repeat(64)
      },
    ],
    ['a site exchanged for its reserve', ['result', 'result[0]'], ({ result }) => result.reverse()],
    ['a site left away', ['result', 'result[0]'], ({ result }) => result.shift()],
    ['inspectors exchanged', ['result', 'result[0]'], ({ result }) => result[0]?.inspectors.reverse()],
    ['one inspector alone', ['inspectors', 'result[0].inspectors'], ({ result }) => result[0]?.inspectors.pop()],
  ])('%s', async (_, found, change) => {
    expect(await checkOf(await forged(change))).toEqual(found)
  })

  test('a draw made again with another secret is another record, and holds by itself', async () => {
    const record = await createDraw({ secret: 7 })
    expect(record.frozen.commit).toBe(await commitOf(record.revealed.secretHex))
    expect(record.result).toEqual(await draw(record.frozen, record.revealed.seed))
    expect(await verifyDraw(drawText(record))).toMatchObject({ holds: true })
  })
})
