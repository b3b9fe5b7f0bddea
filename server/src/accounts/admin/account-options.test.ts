import { expect, test } from 'vitest'
import { parseAccountOptions, UsageError } from './account-options.ts'

test.each([
  ['', '需要一个动作'],
  ['remove --username li.na', 'no such action'],
  ['create --role leader', '--username is missing'],
  ['create --username li.na', '--role is missing'],
  ['create --role leader --username a', '--username'],
  ['create --role leader --username system', '--username'],
  ['create --role county --county 1411 --username li.na', '--county'],
  ['create --role leader --username li.na --password x', '--password'],
  ['create --role leader --username li.na more', 'more'],
  ['list --username li.na', '--username'],
  ['disable', '--username is missing'],
  ['reset --username', '--username'],
])('the command line "%s" is refused with its reason and the usage', (args, reason) => {
  const parse = () => parseAccountOptions(args.split(' ').filter(Boolean))
  expect(parse).toThrow(UsageError)
  expect(parse).toThrow(reason)
  expect(parse).toThrow('npm run account -- create')
})

test('a name that is not given is the user name', () => {
  expect(parseAccountOptions(['create', '--role', 'leader', '--username', 'Li.Na', '--demo'])).toEqual({
    act: 'create',
    demonstration: true,
    username: 'Li.Na',
    name: 'Li.Na',
    role: 'leader',
    county: null,
    finance: false,
  })
})
