import { howToGetChromium } from './chromium.ts'

/** Says, once a run, that the tests in a browser are left out; where they must run, fails. */
export default function sayWithoutChromium(): void {
  const line = `No Chromium on this machine: the component and e2e tests are skipped. ${howToGetChromium}`
  if (process.env.CI === 'true') throw new Error(line)
  console.warn(line)
}
