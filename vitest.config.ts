import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { findChromium, howToGetChromium } from './test/e2e/support/chromium.ts'

const conditions = ['source', 'import', 'module', 'node', 'default']

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: [
      '{shared,server,web}/src/**/*.test.ts',
      'data/**/*.test.ts',
      'test/api/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    testTimeout: 20_000,
  },
}

const e2e: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}

const browsers = findChromium() !== null
if (!browsers) {
  const line = `No Chromium on this machine: the component and e2e tests are left out. ${howToGetChromium}`
  if (process.env.CI === 'true') throw new Error(line)
  console.warn(line)
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { projects: browsers ? [unit, e2e, 'web/vitest.config.ts'] : [unit] },
})
