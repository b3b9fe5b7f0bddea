import type { Translation } from '../translation.ts'
import type { actForm as zh } from '../zh/act-form.ts'

export const actForm: Translation<typeof zh> = {
  cancel: 'Cancel',
  anyway: 'Save anyway',
  again: 'Changes seen, save anyway',
  keys: '{{submit}} (Ctrl+Enter)',
  doubts: 'Something is doubtful. If it is so indeed, save it anyway; the doubt is kept with the centre.',
  waits: 'Photos are still on their way; this follows them.',
  broken: 'A photo was not uploaded: try it again or remove it.',
}
