import { defineConfig } from 'vitest/config'

const conditions = ['source', 'import', 'module', 'node', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,server}/src/**/*.test.ts', 'data/**/*.test.ts', 'test/api/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
