import { playwright } from '@vitest/browser-playwright'
import { defineConfig, mergeConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../test/e2e/support/chromium.ts'
import app from './vite.config.ts'

/** Component tests: what a component shows and does, in a real Chromium. */
export default mergeConfig(
  app,
  defineConfig({
    test: {
      name: 'component',
      include: ['src/**/*.test.tsx'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags } }),
        instances: [{ browser: 'chromium', viewport: { width: 1440, height: 900 } }],
      },
    },
  }),
)
