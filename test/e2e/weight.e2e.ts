import { gzipSync } from 'node:zlib'
import { browserCookie, signInToDemonstration } from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

const CEILING = 520_000

test('the board needs at most 520 kB, gzip, until it is idle', async ({ browser, baseUrl }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.context().addCookies([browserCookie(baseUrl, await signInToDemonstration(baseUrl))])
  const sizes = new Map<string, Promise<number>>()
  page.on('response', response => {
    sizes.set(
      response.url(),
      response.body().then(body => gzipSync(body).length),
    )
  })
  await page.goto(baseUrl, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
  console.log(`board until idle: ${(bytes / 1000).toFixed(1)} kB gzip in ${sizes.size} answers`)
  expect(sizes.size).toBeGreaterThan(3)
  expect(bytes).toBeLessThanOrEqual(CEILING)
  await page.close()
})
