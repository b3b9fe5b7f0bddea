import type { Translation } from '../translation.ts'
import type { sheet as zh } from '../zh/sheet.ts'

export const sheet: Translation<typeof zh> = {
  keys: 'Arrows move; type or F2 to edit, Enter down, Tab right, Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down, Ctrl+Z undoes, Ctrl+Enter opens the centre; Esc then Tab leaves the sheet',
  skipped: '{{n}} cells cannot be changed and were skipped.',
  answerKey: 'Alt+Enter',
}
