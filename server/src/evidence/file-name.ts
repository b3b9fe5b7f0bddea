import { fileNameParameters } from '../lib/file-name-parameters.ts'

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

/** Shown in place, saved under its name. */
export const inlineAs = (name: string): string => `inline; ${fileNameParameters(name)}`
