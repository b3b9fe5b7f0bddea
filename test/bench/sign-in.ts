import { createAccounts } from '../factories/accounts.ts'

const ROUNDS = 220
const WARM_UP = 10
const MOST_APART = 0.1
const WINDOW_MS = 15 * 60_000

const KINDS = ['wrong password', 'unknown name', 'disabled account'] as const
type Kind = (typeof KINDS)[number]

const medianOf = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 }
}

/** Whether the time a failed sign-in takes tells which names there are: the same tries by turns, medians compared. */
export async function benchSignIn(): Promise<boolean> {
  const world = await createAccounts()
  try {
    await world.createAccount({ username: 'wrong' })
    const id = await world.createAccount({ username: 'disabled' })
    await world.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', id).execute()
    const names: Record<Kind, string> = {
      'wrong password': 'wrong',
      'unknown name': 'unknown',
      'disabled account': 'disabled',
    }
    const times: Record<Kind, number[]> = { 'wrong password': [], 'unknown name': [], 'disabled account': [] }
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // No lock of an earlier round is in the way.
      world.clock.at += WINDOW_MS
      for (let turn = 0; turn < KINDS.length; turn++) {
        const kind = KINDS[(round + turn) % KINDS.length] as Kind
        const started = performance.now()
        const { status } = await world.signIn(names[kind], { password: `not the password ${round}` })
        if (status !== 401) throw new Error(`${kind}: ${status}`)
        if (round >= WARM_UP) times[kind].push(performance.now() - started)
      }
    }
    const medians = KINDS.map(kind => medianOf(times[kind]))
    for (const [i, { median, low, high }] of medians.entries()) {
      console.log(
        `sign-in, ${KINDS[i]}: ${median.toFixed(1)} ms (${low.toFixed(1)} … ${high.toFixed(1)}), ${ROUNDS} by turns`,
      )
    }
    const all = medians.map(({ median }) => median)
    const apart = Math.max(...all) / Math.min(...all) - 1
    console.log(`medians at most ${(apart * 100).toFixed(1)} % apart; ceiling ${MOST_APART * 100} %`)
    return apart <= MOST_APART
  } finally {
    await world.close()
  }
}
