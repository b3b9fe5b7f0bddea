import { createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Db, Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import type { Auth } from './auth.ts'
import { findFactor, type StoredFactor, useBackupCode, useStep } from './second-factor.repo.ts'
import { stepOfCode } from './totp.ts'

const SECRET_BYTES = 20
const BACKUP_CODES = 10
const BACKUP_LENGTH = 10
/** Characters nobody takes for another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** What a code that is right uses up. */
export type FactorUse = { step: number } | { backupHash: string }

/** A factor just made, in clear: shown once. */
export interface NewFactor {
  secret: Buffer
  backupCodes: string[]
}

export const secondFactorRequired = () =>
  new DomainError('secondFactorRequired', '请输入二次验证码。 / Enter the code of the second factor.')
export const secondFactorWrong = () =>
  new DomainError('secondFactorWrong', '验证码不正确。 / The code is wrong.', [
    { pointer: '/json/code', code: 'secondFactorWrong', message: '验证码不正确。 / The code is wrong.' },
  ])

/** Makes and checks second factors: codes of an authenticator, and codes for the day it is lost. */
export class SecondFactors {
  readonly #auth: Auth
  readonly #secret: string

  constructor({ auth, secret }: { auth: Auth; secret: string }) {
    this.#auth = auth
    this.#secret = secret
  }

  make(): NewFactor {
    const letter = () => LETTERS[randomInt(LETTERS.length)] as string
    const code = () => Array.from({ length: BACKUP_LENGTH }, letter).join('')
    const shown = (text: string) => `${text.slice(0, 5)}-${text.slice(5)}`
    return {
      secret: randomBytes(SECRET_BYTES),
      backupCodes: Array.from({ length: BACKUP_CODES }, () => shown(code())),
    }
  }

  async seal({ secret, backupCodes }: NewFactor): Promise<StoredFactor> {
    const { encrypt } = await this.#auth()
    return {
      secret: await encrypt(secret.toString('base64')),
      backupHashes: backupCodes.map(code => this.#hash(code)),
      lastStep: null,
    }
  }

  /** What a code uses up, where it is right; null: it is wrong. */
  async check(factor: StoredFactor, code: string, nowMs: number): Promise<FactorUse | null> {
    const { decrypt } = await this.#auth()
    const secret = Buffer.from(await decrypt(factor.secret), 'base64')
    const step = stepOfCode(secret, code.replace(/\s/g, ''), nowMs)
    if (step !== null) return factor.lastStep === null || step > factor.lastStep ? { step } : null
    const backupHash = this.#hash(code)
    return factor.backupHashes.includes(backupHash) ? { backupHash } : null
  }

  /**
   * What a sign-in with the right password still needs: nothing (null), a code (`required`), another code (`wrong`),
   * or to use up the one given.
   */
  async ask(db: Db, accountId: string, code: string | undefined, nowMs: number) {
    const factor = await findFactor(db, accountId)
    if (factor === null) return null
    if (code === undefined) return 'required'
    return (await this.check(factor, code, nowMs)) ?? 'wrong'
  }

  /** Uses up what a right code does; false: somebody else was quicker, or the factor is another one by now. */
  async use(trx: Trx, accountId: string, use: FactorUse | null): Promise<boolean> {
    if (use === null) return (await findFactor(trx, accountId)) === null
    return 'step' in use ? useStep(trx, accountId, use.step) : useBackupCode(trx, accountId, use.backupHash)
  }

  #hash(code: string): string {
    const letters = code.toLowerCase().replace(/[\s-]/g, '')
    return createHmac('sha256', this.#secret).update(`backup-code ${letters}`).digest('hex')
  }
}
