import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../errors.ts'

const FILE = 'auth-secret'
const FEWEST_CHARACTERS = 32

/**
 * The key cookies are signed and second factors encrypted with: the one given, else the one kept beside the database,
 * made where there is none yet.
 */
export function readAuthSecret(folder: string, given: string | undefined): string {
  if (given !== undefined && given !== '') return checked(given, 'AUTH_SECRET')
  const path = join(folder, FILE)
  if (!existsSync(path)) writeNew(path, randomBytes(32).toString('base64url'))
  return checked(readFileSync(path, 'utf8').trim(), path)
}

function checked(secret: string, where: string): string {
  if (secret.length >= FEWEST_CHARACTERS) return secret
  throw new DomainError(
    'settingRefused',
    `${where} 至少应有 ${FEWEST_CHARACTERS} 个字符。 / ${where} must have at least ${FEWEST_CHARACTERS} characters.`,
  )
}

function writeNew(path: string, secret: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${secret}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
