import { playwright } from '@vitest/browser-playwright'
import { defineConfig, mergeConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../test/e2e/support/chromium.ts'
import app from './vite.config.ts'

/** Component tests: what a component shows and does, in a real Chromium. */
export default mergeConfig(
  app,
  defineConfig({
    // Found one by one while tests run, they would be bundled anew in mid-run, with a second React.
    optimizeDeps: {
      include: [
        '@lvliang/shared > gcoord',
        '@mantine/core',
        '@mantine/hooks',
        '@tanstack/react-query',
        '@tanstack/react-router',
        '@tanstack/react-virtual',
        'i18next',
        'idb',
        'leaflet',
        'react',
        'react-dom',
        'react-dom/client',
        'react-i18next',
        'react-leaflet',
        'react/jsx-dev-runtime',
        'recharts',
        'supercluster',
        'zod/mini',
      ],
    },
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
