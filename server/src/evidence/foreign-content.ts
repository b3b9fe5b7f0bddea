/** What begins a page, a script or a document; telephones write none of it into a picture. */
const MARKUP = /<script|<html|<!doctype|<iframe|<svg|<\?php|%PDF-\d/i
/** An end of a ZIP's directory, a RAR, a 7z: long enough never to come about by chance. */
const ARCHIVES = ['PK\x05\x06\0\0\0\0', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c"].map(text => Buffer.from(text, 'latin1'))
/** Readers of PDF look for its beginning so far into a file. */
const PDF_HEAD = 1024

/** Whether bytes are an archive to those who read archives from their end. */
export const holdsArchive = (bytes: Buffer): boolean => ARCHIVES.some(mark => bytes.includes(mark))

export const holdsMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1'))

/** Whether a picture is something else besides, to whoever reads it as that. */
export function isPolyglot(bytes: Buffer, parts: readonly Buffer[]): boolean {
  // The length of a JPEG's first segment as the beginning of a comment: the file is a script, too.
  const isScript = bytes.toString('latin1', 4, 6) === '/*'
  const isPdf = bytes.subarray(0, PDF_HEAD).includes('%PDF-')
  return isScript || isPdf || holdsArchive(bytes) || parts.some(holdsMarkup)
}
