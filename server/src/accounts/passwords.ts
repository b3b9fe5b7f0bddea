import { randomBytes } from 'node:crypto'
import { type PasswordFault, type PasswordOwner, passwordFaults } from '@lvliang/shared/accounts/password-rules'
import { DomainError } from '../errors.ts'
import { WorkQueue } from '../lib/work-queue.ts'
import type { Auth } from './auth.ts'
import { isCommon } from './common-passwords.ts'

/** Each check takes some 32 MB and most of a core for a tenth of a second. */
const AT_ONCE = 2
const MOST_WAITING = 64
const BUSY_SECONDS = 5

/** What each fault asks for. */
const ASKED: Record<PasswordFault | 'tooCommon', string> = {
  tooShort: '至少 12 个字符。 / At least 12 characters.',
  tooLong: '最多 128 个字符。 / At most 128 characters.',
  holdsUsername: '不能含有用户名。 / It must not hold the user name.',
  holdsName: '不能含有姓名。 / It must not hold your name.',
  holdsCounty: '不能含有县（市、区）名。 / It must not hold the name of the county.',
  tooCommon:
    '太容易被猜到，请换成几个不相干的词。 / Too easy to guess: take several words that do not belong together.',
}

/** Hashes and checks passwords through the accounts library, a few at a time. */
export class Passwords {
  readonly #auth: Auth
  readonly #queue = new WorkQueue({ atOnce: AT_ONCE, mostWaiting: MOST_WAITING })
  #nobodys: Promise<string> | undefined

  constructor(auth: Auth) {
    this.#auth = auth
  }

  /** Makes the first check as quick as the later ones. */
  async warm(): Promise<void> {
    await this.#hashOfNobody()
  }

  async hash(password: string): Promise<string> {
    const { hashPassword } = await this.#auth()
    return this.#run(() => hashPassword(password))
  }

  /** Whether the password is that of the hash; without one it takes the same time to say no. */
  async verify(hash: string | null, password: string): Promise<boolean> {
    const { verifyPassword } = await this.#auth()
    const compared = hash ?? (await this.#hashOfNobody())
    const matches = await this.#run(() => verifyPassword(compared, password))
    return matches && hash !== null
  }

  /** Throws `passwordRefused`, naming all that is wrong with a new password. */
  async refuseWeak(password: string, owner: PasswordOwner, pointer: string): Promise<void> {
    const found: (PasswordFault | 'tooCommon')[] = passwordFaults(password, owner)
    if (found.length === 0 && (await isCommon(password, owner))) found.push('tooCommon')
    if (found.length === 0) return
    const faults = found.map(code => ({ pointer, code, message: ASKED[code] }))
    throw new DomainError('passwordRefused', '密码不符合要求。 / The password does not meet the rules.', faults)
  }

  #hashOfNobody(): Promise<string> {
    this.#nobodys ??= this.hash(randomBytes(32).toString('base64url'))
    return this.#nobodys
  }

  #run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#queue.isFull) return this.#queue.run(work)
    const busy = '服务器繁忙，请稍后再试。 / The server is busy; try again soon.'
    throw new DomainError('notReady', busy, { retryAfterSeconds: BUSY_SECONDS })
  }
}
