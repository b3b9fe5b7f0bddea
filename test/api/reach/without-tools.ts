import { impossible } from './tools.ts'

/** Says, once a run, which tests are left out; where they must run, fails. */
export default function sayWithoutTools(): void {
  const line =
    `nginx or openssl is not on this machine: ${impossible.join(' and ')} skipped. ` +
    'Install them (Debian, Ubuntu: apt-get install nginx-light openssl).'
  if (process.env.CI === 'true') throw new Error(line)
  console.warn(line)
}
