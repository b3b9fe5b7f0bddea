import { run, tool } from './child.mjs'

const script = file => run(process.execPath, [`scripts/${file}`])

const steps = [
  ['types', () => tool('node_modules', 'tsc', ['-b'])],
  ['format and lint', () => tool('node_modules', 'biome', ['check', '.'])],
  ['unused code', () => tool('node_modules', 'knip', ['--no-progress'])],
  ['import directions', () => script('check-imports.mjs')],
  ['bundle ceilings', () => script('check-bundle.mjs')],
  ['the build boots and answers', () => tool('node_modules', 'tsx', ['scripts/check-boot.mjs'])],
]

/** Every check that needs no test runner; goes on after a failure, so that one run names them all. */
export async function verify() {
  const failed = []
  for (const [name, check] of steps) {
    console.log(`\n── ${name}`)
    const started = performance.now()
    const code = await check()
    if (code) failed.push(name)
    console.log(`${code ? 'failed' : 'ok'}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  console.log(failed.length ? `\nverify failed: ${failed.join(', ')}` : '\nverify passed')
  return failed.length ? 1 : 0
}
