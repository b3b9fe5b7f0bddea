// What browsers and Node share; no library of types is at hand for both.
declare const crypto: { subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> } }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/**
 * SHA-256 of a text's UTF-8 bytes as 64 lowercase hexadecimal digits, by WebCrypto. Browsers give it to pages that came
 * by https or from this machine; elsewhere it throws a TypeError.
 */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), hex).join('')
}
