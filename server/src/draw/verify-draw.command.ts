import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type DrawCheck, verifyDraw } from '@lvliang/shared/draw/verify-draw'

const USAGE = '用法 usage: npm run verify-draw -- FILE'

const WORDS: Record<DrawCheck, string> = {
  json: '不是 JSON / is no JSON',
  schema: '不是抽查记录 / is no record of a draw',
  bytes: '与规范写法不同 / is not written in its one form',
  record: '记录与其哈希不符 / is not what its hash says',
  pool: '抽查对象名单有误 / the list of sites is wrong',
  poolHash: '名单与公布的哈希不符 / the list is not the one whose hash was published',
  strata: '各层数量不是按规则分配的 / the numbers of the strata do not follow from the list',
  commit: '揭示的密值不是事先承诺的 / the secret is not the one that was committed to',
  seed: '种子不是由名单、公开值和密值得出的 / the seed does not follow from list, public value and secret',
  inspectors: '检查人员不足 / there are too few inspectors',
  result: '结果与重新抽取的不同 / the result is not what the draw gives',
}

/** Draws a published record again from its file alone. */
async function main([file, ...more]: readonly string[]): Promise<number> {
  if (file === undefined || more.length > 0) {
    console.error(USAGE)
    return 2
  }
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) {
    console.error(`${file}: 不能读取 / cannot be read`)
    return 2
  }
  const verdict = await verifyDraw(text)
  if (!verdict.holds) {
    const { check, line, expected, found } = verdict
    console.error(`${file}: ${line}: ${WORDS[check]}`)
    console.error(`  应为 expected: ${expected}\n  实为 found:    ${found}`)
    return 1
  }
  const { record } = verdict
  const drawn = record.result.filter(({ place }) => place === 'drawn').length
  const reserves = record.result.length - drawn
  console.log(`${file}: 属实 / holds`)
  console.log(`  ${record.title}: ${drawn} + ${reserves}（候补 reserves） / ${record.frozen.pool.length}`)
  console.log(`  seed ${record.revealed.seed}`)
  console.log(`  record ${record.recordHash}`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
