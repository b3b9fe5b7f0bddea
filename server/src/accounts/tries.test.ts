import { describe, expect, test } from 'vitest'
import { networkOf } from './network.ts'
import { Tries } from './tries.ts'

const MINUTE_MS = 60_000
const HERE = '10.0.0.7'

function createTries() {
  const clock = { at: 0, now: () => clock.at }
  const tries = new Tries(clock)
  const refused = (username: string, address = HERE) => {
    try {
      tries.begin(username, address).abandoned()
      return null
    } catch (error) {
      return error as { code: string; message: string; retryAfterSeconds: number }
    }
  }
  const fail = (username: string, address = HERE) => tries.begin(username, address).failed()
  return { clock, tries, refused, fail }
}
const times = (count: number, act: (i: number) => unknown) => Array.from({ length: count }, (_, i) => act(i))

describe('five wrong tries lock a name and a network for 15 minutes', () => {
  test('the fifth begins the lock, and not before', () => {
    const { fail, refused } = createTries()
    expect(times(5, () => fail('fang'))).toEqual([false, false, false, false, true])
    expect(refused('fang')).toMatchObject({ code: 'tooManyTries', retryAfterSeconds: 900 })
  })

  test('it ends by the clock alone', () => {
    const { clock, fail, refused } = createTries()
    times(4, () => fail('fang'))
    clock.at = 14 * MINUTE_MS
    fail('fang')
    clock.at = 29 * MINUTE_MS - 1
    expect(refused('fang')?.retryAfterSeconds).toBe(1)
    clock.at = 29 * MINUTE_MS
    expect(refused('fang')).toBeNull()
    expect(times(5, () => fail('fang')).at(-1)).toBe(true)
  })

  test('upper case is the same name; another name and another network are free', () => {
    const { fail, refused } = createTries()
    times(5, () => fail('fang'))
    expect(refused('FANG')).not.toBeNull()
    expect(refused('other')).toBeNull()
    expect(refused('fang', '10.0.0.8')).toBeNull()
  })

  test('a right one makes the count begin anew', () => {
    const { tries, fail, refused } = createTries()
    times(4, () => fail('fang'))
    tries.begin('fang', HERE).succeeded()
    times(4, () => fail('fang'))
    expect(refused('fang')).toBeNull()
  })

  test('one that was neither counts nothing', () => {
    const { tries, refused } = createTries()
    times(20, () => tries.begin('fang', HERE).abandoned())
    expect(refused('fang')).toBeNull()
  })

  test('four within the window are forgotten after it', () => {
    const { clock, fail, refused } = createTries()
    times(4, () => fail('fang'))
    clock.at = 15 * MINUTE_MS
    times(4, () => fail('fang'))
    expect(refused('fang')).toBeNull()
  })
})

test('of tries at the same time no more than five begin', () => {
  const { tries, refused } = createTries()
  const begun = times(5, () => tries.begin('fang', HERE)) as ReturnType<Tries['begin']>[]
  expect(refused('fang')).toMatchObject({ code: 'tooManyTries' })
  begun[0]?.abandoned()
  expect(refused('fang')).toBeNull()
})

describe('wider limits', () => {
  test('100 wrong tries lock a network, whatever the names', () => {
    const { fail, refused, tries } = createTries()
    times(99, i => fail(`name-${i}`))
    expect(refused('new')).toBeNull()
    expect(fail('name-99')).toBe(true)
    expect(refused('new')).not.toBeNull()
    expect(() => tries.beginNameless(HERE)).toThrow('尝试次数过多')
    expect(refused('new', '10.0.0.8')).toBeNull()
  })

  test('50 wrong tries from many networks lock a name', () => {
    const { fail, refused } = createTries()
    times(50, i => fail('fang', `10.1.0.${i}`))
    expect(refused('fang', '10.2.0.1')).not.toBeNull()
    expect(refused('other', '10.2.0.1')).toBeNull()
  })

  test('names that are refused anyway push out nothing that is remembered', () => {
    const { fail, refused } = createTries()
    times(5, () => fail('fang'))
    times(95, i => fail(`name-${i}`))
    times(30_000, i => refused(`more-${i}`))
    expect(refused('fang')?.retryAfterSeconds).toBe(900)
  })
})

describe('a network', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
