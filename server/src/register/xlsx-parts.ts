import { streamXml, type XmlHandlers } from './xml-stream.ts'
import { type Archive, listZip, type ZipEntry, ZipError } from './zip-archive.ts'

/** The parts of a workbook that say what its sheets are: SpreadsheetML, ECMA-376 Part 1, 18.2. */
export class Workbook {
  readonly #archive: Archive
  readonly #entries: Map<string, ZipEntry>

  constructor(archive: Archive) {
    this.#archive = archive
    this.#entries = listZip(archive)
  }

  /** Streams one part; a part that may be absent is then skipped. */
  stream(name: string, handlers: XmlHandlers, isOptional = false): void {
    const entry = this.#entries.get(name)
    if (entry !== undefined) streamXml(this.#archive, entry, handlers)
    else if (!isOptional) throw new ZipError('zipBroken', `${name} is missing`)
  }

  readSheets(): { sheets: Sheet[]; date1904: boolean } {
    const sheets: Sheet[] = []
    const targets = this.#readTargets()
    let date1904 = false
    this.stream('xl/workbook.xml', {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
        const isHidden = (attributes.state ?? 'visible') !== 'visible'
        sheets.push({ name: attributes.name ?? '', part: targets.get(id) ?? '', isHidden })
      },
    })
    return { sheets, date1904 }
  }

  #readTargets(): Map<string, string> {
    const targets = new Map<string, string>()
    this.stream('xl/_rels/workbook.xml.rels', {
      open(name, { Id, Target }) {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      },
    })
    return targets
  }

  readSharedStrings(): string[] {
    const strings: string[] = []
    let text: string[] = []
    let isText = false
    let phonetic = 0
    this.stream(
      'xl/sharedStrings.xml',
      {
        open(name) {
          if (name === 'si') text = []
          if (name === 'rPh') phonetic += 1
          isText = name === 't' && phonetic === 0
        },
        text(piece) {
          if (isText) text.push(piece)
        },
        close(name) {
          if (name === 'rPh') phonetic -= 1
          if (name === 't') isText = false
          if (name === 'si') strings.push(text.join(''))
        },
      },
      true,
    )
    return strings
  }
}

export interface Sheet {
  name: string
  part: string
  isHidden: boolean
}
