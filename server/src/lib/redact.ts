const SECRET_KEY = /password|token|cookie|authorization|secret|code$|phone/i
const MASK = '***'
const DEEPEST = 6

/** Whatever a terminal or a reader of lines may take for more than a letter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** Telephone numbers of eleven digits, the country's code before them or not. */
const PHONES = /(?<!\d)(?:\+?86)?1\d{10}(?!\d)/g

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
const redactText = (text: string): string => text.replace(PHONES, MASK).replace(CONTROLS, escaped)

const redactError = (error: Error, depth: number) => ({
  type: error.name,
  message: redactText(error.message),
  stack: redactText(error.stack ?? ''),
  ...('code' in error ? { reason: redact(error.code, depth) } : {}),
  ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth) }),
})

/** A value as it may be written into a log: nothing under a secret's name, no telephone number, no control character. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'number') return redactText(String(value)) === String(value) ? value : MASK
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '…'
  if (value instanceof Error) return redactError(value, depth + 1)
  if (Array.isArray(value)) return value.map(entry => redact(entry, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, SECRET_KEY.test(key) ? MASK : redact(entry, depth + 1)]),
  )
}
