import { run, tool } from './child.mjs'
import { compress } from './compress.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'

const common = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared/src', 'shared/tsconfig.json', 'shared/package.json']

const vite = (logLevel, ...args) =>
  tool('web/node_modules', 'vite', ['build', '--logLevel', logLevel, ...args], { cwd: 'web' })

const builds = {
  server: {
    says: 'Building the server…',
    sources: [...common, 'server/src', 'server/tsconfig.json', 'server/package.json'],
    stamp: 'server/dist/.built',
    run: async () =>
      (await tool('node_modules', 'tsc', ['-b', 'server'])) || run(process.execPath, ['scripts/bundle-server.mjs']),
  },
  web: {
    says: 'Building the client…',
    sources: [...common, 'web'],
    stamp: 'web/dist/.built',
    run: async () =>
      (await vite('warn', '--manifest')) ||
      (await vite('error', '--ssr', 'src/entry-server.tsx', '--outDir', 'dist-server')) ||
      compress('web/dist'),
  },
}

/** Builds each named part whose sources changed since it was built. Answers an exit code. */
export async function build(names) {
  for (const name of names) {
    const { says, sources, stamp, run } = builds[name]
    const wanted = fingerprint(sources)
    if (readStamp(stamp) === wanted) continue
    console.log(says)
    const code = await run()
    if (code) return code
    writeStamp(stamp, wanted)
  }
  return 0
}
