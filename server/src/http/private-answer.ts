import { SECURITY_HEADERS } from './security-headers.ts'

/** The headers of an answer that is the asker's alone and nobody's to keep. */
export const PRIVATE: Readonly<Record<string, string>> = Object.freeze({
  ...SECURITY_HEADERS,
  'cache-control': 'no-store',
})
