import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Paper } from './paper.ts'
import { FONT_TABLE } from './paper-fonts.ts'
import { PaperWriter } from './paper-writer.ts'

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const CORE = 'docProps/core.xml'
const WRITTEN = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g

/** Says the paper's day instead of the hour of writing: the same paper is the same bytes. */
function withoutClock(bytes: Uint8Array, date: string): Buffer {
  const parts = unzipSync(bytes)
  const core = parts[CORE]
  if (core) parts[CORE] = strToU8(strFromU8(core).replace(WRITTEN, `$1${date}T00:00:00Z`))
  return Buffer.from(zipSync(parts, { mtime: '2018-01-01T00:00:00', level: 6 }))
}

/** A paper as a Word document in the form of GB/T 9704-2012, as far as Word's model goes. */
export async function writePaper(paper: Paper): Promise<Buffer> {
  const docx = await import('docx')
  const document = new PaperWriter(docx).document(paper)
  const packed = await docx.Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }])
  return withoutClock(new Uint8Array(packed), paper.date)
}
