/** Text that a spreadsheet takes as text, never as a formula. */
export const safeText = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
