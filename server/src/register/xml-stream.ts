import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Archive, streamEntry, type ZipEntry, ZipError } from './zip-archive.ts'

export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/** An element's name without its namespace prefix: some writers put one, e.g. `x:row`. */
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Parses one XML part of an archive as it unpacks; a document type declaration is refused, entities with it. */
export function streamXml(archive: Archive, entry: ZipEntry, handlers: XmlHandlers): void {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new ZipError('zipBroken', `${entry.name}: DOCTYPE`)
  })
  parser.on('error', error => {
    throw new ZipError('zipBroken', `${entry.name}: ${error.message}`)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open?.(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag: SaxesTagPlain) => handlers.close?.(localName(tag.name)))
  if (handlers.text !== undefined) parser.on('text', handlers.text)
  const decoder = new TextDecoder('utf-8')
  streamEntry(archive, entry, piece => parser.write(decoder.decode(piece, { stream: true })))
  parser.write(decoder.decode())
  parser.close()
}
