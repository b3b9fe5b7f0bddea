import { sheet as en } from '../../i18n/en/sheet.ts'
import { sheet } from '../../i18n/zh/sheet.ts'

/** The words of the sheet, for the page it is on. */
export const sheetWords = { zh: sheet, en }
