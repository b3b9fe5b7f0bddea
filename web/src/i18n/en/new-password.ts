import type { Translation } from '../translation.ts'
import type { newPassword as zh } from '../zh/new-password.ts'

export const newPassword: Translation<typeof zh> = {
  password: 'New password',
  again: 'New password once more',
  show: 'Show password',
  rules: {
    label: 'What a password needs',
    length: 'At least {{n}} characters, at most {{most}}',
    names: 'Holds neither user name, name nor county',
    common: 'Is not a common one; checked when sent',
    met: 'met',
    unmet: 'not met',
  },
  different: 'The two passwords differ.',
  notYet: 'It does not meet what is asked below yet.',
}
