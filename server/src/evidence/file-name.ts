const LONGEST = 120
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** A name as it may be shown and saved: no path, no control or direction character, its type's own ending. */
export function safeFileName(given: string | undefined, mediaType: string, otherwise: string): string {
  const extension = EXTENSIONS[mediaType] ?? 'bin'
  const base = (given ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[<>:"|?*;]/g, '_')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const name = [...(base ?? '')].slice(0, LONGEST).join('')
  return `${name === '' ? otherwise : name}.${extension}`
}

const percent = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Shown in place, saved under its name (RFC 6266, RFC 5987). */
export function inlineAs(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  return `inline; filename="${plain}"; filename*=UTF-8''${percent(name)}`
}
