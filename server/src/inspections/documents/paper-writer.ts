import type * as Docx from 'docx'
import type { FileChild, IParagraphOptions, IRunOptions } from 'docx'
import type { Block, Paper, PaperPhoto, PaperRow } from './paper.ts'
import { FONTS } from './paper-fonts.ts'

const twips = (mm: number) => Math.round((mm * 1440) / 25.4)
/** In half points: 二号, 三号, 四号, 小四 and what is smaller than all of them. */
const SIZE = { mark: 88, title: 44, body: 32, page: 28, table: 24, small: 18 } as const
/** The 28 points of a line, and one character of the text's size, in twips. */
const LINE = 560
const CHARACTER = 320
/** The width of the text, mm. */
const TEXT_WIDTH = 156
const RED = 'FF0000'
/** A longer row may run over to the next page. */
const WHOLE_ROW = 400
const PHOTO = { width: 280, height: 210 }

/** No character that XML has not, no half of one. */
const clean = (said: string) => said.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')

type Run = IRunOptions & { text: string }
type Look = Omit<IParagraphOptions, 'children' | 'text'>

/** Draws a paper's parts as those of a Word document. */
export class PaperWriter {
  readonly #docx: typeof Docx

  constructor(docx: typeof Docx) {
    this.#docx = docx
  }

  document(paper: Paper): Docx.Document {
    const { Document } = this.#docx
    const { attachments, title, office } = paper
    return new Document({
      title: clean(title),
      creator: office,
      lastModifiedBy: office,
      evenAndOddHeaderAndFooters: true,
      styles: { default: { document: { run: { font: FONTS.body, size: SIZE.body } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: twips(210), height: twips(297) },
              margin: {
                top: twips(37),
                bottom: twips(35),
                left: twips(28),
                right: twips(26),
                header: twips(18),
                footer: twips(21),
              },
            },
          },
          headers: this.#headers(paper),
          footers: this.#footers(),
          children: [
            ...this.#head(paper),
            ...paper.body.flatMap(block => this.#block(block)),
            ...this.#foot(paper),
            ...attachments.flatMap((attachment, i) =>
              this.#attachment(attachment, attachments.length > 1 ? i + 1 : null),
            ),
            ...this.#endNotes(paper),
          ],
        },
      ],
    })
  }

  #line(runs: string | readonly Run[], look: Look = {}): Docx.Paragraph {
    const { Paragraph, TextRun, LineRuleType } = this.#docx
    const said = typeof runs === 'string' ? [{ text: runs }] : runs
    return new Paragraph({
      spacing: { line: LINE, lineRule: LineRuleType.EXACT },
      ...look,
      children: said.map(run => new TextRun({ ...run, text: clean(run.text) })),
    })
  }

  #blank = (look: Look = {}) => this.#line('', look)

  #headers({ headerLine }: Paper) {
    if (headerLine === null) return {}
    const { Header, AlignmentType } = this.#docx
    const header = () =>
      new Header({
        children: [
          this.#line([{ text: headerLine, font: FONTS.heading, size: SIZE.table, color: RED }], {
            alignment: AlignmentType.CENTER,
          }),
        ],
      })
    return { headers: { default: header(), even: header() } }.headers
  }

  /** `— 1 —` at the outer foot: right on odd pages, left on even ones, one character in. */
  #footers() {
    const { Footer, Paragraph, TextRun, PageNumber, AlignmentType } = this.#docx
    const look = { font: FONTS.small, size: SIZE.page }
    const footer = (alignment: 'left' | 'right') =>
      new Footer({
        children: [
          new Paragraph({
            alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
            indent: { [alignment]: SIZE.page * 10 },
            children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
          }),
        ],
      })
    return { default: footer('right'), even: footer('left') }
  }

  #head({ office, fileNumber, title, to }: Paper): FileChild[] {
    const { AlignmentType, BorderStyle, LineRuleType } = this.#docx
    const alignment = AlignmentType.CENTER
    const mark = { text: office, font: FONTS.title, size: SIZE.mark, color: RED, characterSpacing: 80 }
    const bottom = { style: BorderStyle.SINGLE, size: 12, color: RED, space: 8 }
    return [
      this.#line([mark], { alignment, spacing: { before: 240, after: 240, line: 240, lineRule: LineRuleType.AUTO } }),
      this.#line(fileNumber, { alignment, border: { bottom } }),
      this.#blank(),
      this.#title(title),
      this.#blank(),
      this.#line(`${to}：`, { keepNext: true }),
    ]
  }

  #title(title: string): FileChild {
    const { AlignmentType } = this.#docx
    return this.#line([{ text: title, font: FONTS.title, size: SIZE.title }], {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      keepLines: true,
      spacing: { line: 680 },
    })
  }

  #block(block: Block): FileChild[] {
    if (block.kind === 'heading') return [this.#heading(block.text)]
    if (block.kind === 'text') return block.text.split(/\r\n|\r|\n/).map(line => this.#text(line))
    if (block.kind === 'photos') return [this.#photos(block.photos)]
    return [this.#table(block), this.#line('', { spacing: { line: 160 } })]
  }

  #text(said: string, look: Look = {}): Docx.Paragraph {
    const { AlignmentType } = this.#docx
    return this.#line(said, {
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
      ...look,
    })
  }

  #heading(said: string): FileChild {
    return this.#line([{ text: said, font: FONTS.heading }], {
      indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
      keepNext: true,
    })
  }

  #table({ widths, head, rows, whole = false, rowHeight }: Block & { kind: 'table' }): FileChild {
    const { Table, TableLayoutType, WidthType } = this.#docx
    const drawn = rows.map((row, i) => this.#row(row, { widths, keepNext: whole && i < rows.length - 1, rowHeight }))
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      rows: [...(head ? [this.#headRow(head, widths)] : []), ...drawn],
    })
  }

  #headRow(head: readonly string[], widths: readonly number[]): Docx.TableRow {
    const { TableRow } = this.#docx
    const cell = (said: string, i: number) =>
      this.#cell([{ text: said, font: FONTS.heading, size: SIZE.table }], { width: widths[i] as number, centred: true })
    return new TableRow({ tableHeader: true, cantSplit: true, children: head.map(cell) })
  }

  #row(
    row: PaperRow,
    { widths, keepNext, rowHeight }: { widths: readonly number[]; keepNext: boolean; rowHeight: number | undefined },
  ): Docx.TableRow {
    const { TableRow, HeightRule } = this.#docx
    if ('group' in row) {
      const run = { text: row.group, font: FONTS.group, size: SIZE.table, bold: true }
      const cell = this.#cell([run], { width: TEXT_WIDTH, columnSpan: widths.length, keepNext: true })
      return new TableRow({ cantSplit: true, children: [cell] })
    }
    const cantSplit = row.every(cell => cell.length <= WHOLE_ROW)
    const cells = row.map((said, i) => {
      const width = widths[i] as number
      return this.#cell([{ text: said, size: SIZE.table }], { width, centred: width < 32, keepNext })
    })
    const height = rowHeight === undefined ? {} : { height: { value: twips(rowHeight), rule: HeightRule.ATLEAST } }
    return new TableRow({ cantSplit, ...height, children: cells })
  }

  #cell([run]: readonly [Run], { width, columnSpan = 1, centred = false, keepNext = false }: CellLook): Docx.TableCell {
    const { TableCell, VerticalAlign, WidthType, AlignmentType, LineRuleType } = this.#docx
    const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT
    const spacing = { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO }
    return new TableCell({
      columnSpan,
      width: { size: twips(width), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80 },
      children: run.text
        .split('\n')
        .map(said => this.#line([{ ...run, text: said }], { alignment, spacing, keepNext })),
    })
  }

  #photos(photos: readonly PaperPhoto[]): FileChild {
    const { Table, TableRow, TableLayoutType, WidthType, BorderStyle } = this.#docx
    const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, i) => photos.slice(2 * i, 2 * i + 2))
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const half = TEXT_WIDTH / 2
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
      columnWidths: [twips(half), twips(half)],
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: rows.map(
        pair => new TableRow({ cantSplit: true, children: [0, 1].map(i => this.#photoCell(pair[i], { width: half })) }),
      ),
    })
  }

  #photoCell(photo: PaperPhoto | undefined, { width }: { width: number }): Docx.TableCell {
    const { TableCell, Paragraph, ImageRun, WidthType, AlignmentType, LineRuleType } = this.#docx
    const cell = { width: { size: twips(width), type: WidthType.DXA } }
    if (!photo) return new TableCell({ ...cell, children: [this.#blank()] })
    const scale = Math.min(PHOTO.width / photo.width, PHOTO.height / photo.height)
    const caption = clean(photo.caption)
    const image = new ImageRun({
      type: 'jpg',
      data: photo.bytes,
      transformation: { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) },
      altText: { name: caption, description: caption },
    })
    const alignment = AlignmentType.CENTER
    const spacing = { before: 80, after: 120, line: 240, lineRule: LineRuleType.AUTO }
    return new TableCell({
      ...cell,
      children: [
        new Paragraph({ alignment, keepNext: true, children: [image] }),
        this.#line([{ text: caption, size: SIZE.table }], { alignment, spacing }),
      ],
    })
  }

  /** What is attached, then who says all this and when: never alone on a page. */
  #foot({ attachments, office, date }: Paper): FileChild[] {
    const { AlignmentType } = this.#docx
    const [year, month, day] = date.split('-').map(Number)
    const names = attachments.map(({ name }, i) => {
      const number = attachments.length > 1 ? `${i + 1}. ` : ''
      const lead = i === 0 ? '附件：' : '　　　'
      return this.#line(`${lead}${number}${name}`, { indent: { left: 2 * CHARACTER }, keepNext: true })
    })
    // The office stands centred over the date, four characters from the right.
    const place = {
      alignment: AlignmentType.CENTER,
      indent: { left: twips(84), right: 2 * CHARACTER },
      keepLines: true,
    }
    return [
      ...(names.length > 0 ? [this.#blank({ keepNext: true }), ...names] : []),
      this.#blank({ keepNext: true }),
      this.#blank({ keepNext: true }),
      this.#line(office, { ...place, keepNext: true }),
      this.#line(`${year}年${month}月${day}日`, place),
    ]
  }

  #attachment({ name, blocks }: Paper['attachments'][number], number: number | null): FileChild[] {
    const label = [{ text: `附件${number ?? ''}`, font: FONTS.heading }]
    return [
      this.#line(label, { pageBreakBefore: true, keepNext: true }),
      this.#title(name),
      this.#line('', { spacing: { line: 240 } }),
      ...blocks.flatMap(block => this.#block(block)),
    ]
  }

  #endNotes({ endNotes }: Paper): FileChild[] {
    const { BorderStyle, LineRuleType } = this.#docx
    const top = { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 4 }
    return endNotes.map((said, i) =>
      this.#line([{ text: said, font: FONTS.small, size: SIZE.small }], {
        spacing: { before: i === 0 ? 400 : 0, line: 240, lineRule: LineRuleType.AUTO },
        keepLines: true,
        keepNext: i < endNotes.length - 1,
        ...(i === 0 ? { border: { top } } : {}),
      }),
    )
  }
}

interface CellLook {
  width: number
  columnSpan?: number
  centred?: boolean
  keepNext?: boolean
}
