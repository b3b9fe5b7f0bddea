import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { impossible } from './test/api/reach/tools.ts'
import { findChromium } from './test/e2e/support/chromium.ts'

const browsers = findChromium() !== null
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
    exclude: [...configDefaults.exclude, ...impossible],
    globalSetup: [
      ...(browsers ? [] : ['test/e2e/support/without-chromium.ts']),
      ...(impossible.length === 0 ? [] : ['test/api/reach/without-tools.ts']),
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

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { projects: browsers ? [unit, e2e, 'web/vitest.config.ts'] : [unit] },
})
