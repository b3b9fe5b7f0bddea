import { actorOf } from '../access/actor.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Db } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { type Clock, instantOf } from '../ledger/times.ts'
import { appendAudit } from '../store/append-audit.ts'
import { type Credential, findCredentialOf } from './credential.repo.ts'
import type { Passwords } from './passwords.ts'
import type { Tries } from './tries.ts'

interface OwnPasswordDeps {
  db: Db
  clock: Clock
  passwords: Passwords
  tries: Tries
}

interface Proof {
  /** The operation the password is asked for. */
  operation: string
  password: string
  pointer: string
}

/** Asks whoever is signed in for their password once more; wrong ones count like those of a sign-in. */
export class OwnPassword {
  readonly #deps: OwnPasswordDeps

  constructor(deps: OwnPasswordDeps) {
    this.#deps = deps
  }

  /** The account's credential where the password is right; throws `passwordWrong` or `tooManyTries`. */
  async prove(env: RequestEnv, proof: Proof): Promise<Credential> {
    const { db, passwords, tries } = this.#deps
    const attempt = tries.begin(env.viewer.username ?? '', env.address)
    try {
      const credential = await findCredentialOf(db, env.viewer.accountId ?? '')
      if (credential && (await passwords.verify(credential.passwordHash, proof.password))) {
        attempt.succeeded()
        return credential
      }
    } catch (error) {
      attempt.abandoned()
      throw error
    }
    attempt.failed()
    await this.#writeFailure(env, proof.operation)
    const message = '密码不正确。 / The password is wrong.'
    throw new DomainError('passwordWrong', message, [{ pointer: proof.pointer, code: 'passwordWrong', message }])
  }

  async #writeFailure(env: RequestEnv, operation: string): Promise<void> {
    const at = instantOf(this.#deps.clock)
    const actor = actorOf(env)
    const act = { at, actor, operation, subject: `account/${env.viewer.accountId}`, after: { reason: 'password' } }
    await this.#deps.db.transaction().execute(trx => appendAudit(trx, { ...act, outcome: 'failed' }))
  }
}
