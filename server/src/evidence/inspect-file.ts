import { readFile, rename, writeFile } from 'node:fs/promises'
import sharp, { type SharpOptions } from 'sharp'
import type { FileType } from './file-type.ts'
import { isPolyglot } from './foreign-content.ts'
import { flawOfPdf } from './pdf-flaw.ts'
import { type PictureType, picturePartsOf } from './picture-parts.ts'
import { readExif, type Taken } from './read-exif.ts'
import type { Flaw } from './refusals.ts'

/** The picture a rendition is made into, its longest edge as given. */
export interface Rendition {
  size: number
  path: string
}

export interface FileTask {
  path: string
  type: FileType
  /** The largest first; a PDF has none. */
  renditions: readonly Rendition[]
}

export interface Inspected {
  width: number | null
  height: number | null
  taken: Taken
}

export type FileVerdict = { flaw: Flaw } | Inspected

const MOST_PIXELS = 120_000_000
/** Damage is refused; what decoders merely wonder at, telephones write. */
const OPTIONS: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true }
const QUALITY = 82

// One picture at a time, read by three decoders alone.
sharp.concurrency(1)
sharp.cache(false)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp'].flatMap(name => [`VipsForeignLoad${name}File`, `VipsForeignLoad${name}Buffer`]),
})

const render = (input: string | Buffer, size: number): Promise<Buffer> =>
  sharp(input, OPTIONS)
    .autoOrient()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer()

/** Whoever looks meanwhile sees the whole picture or none. */
async function put(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
}

async function renderAll(path: string, renditions: readonly Rendition[]): Promise<void> {
  let source: string | Buffer = path
  for (const { size, path: target } of renditions) {
    const made: Buffer = await render(source, size)
    await put(target, made)
    source = made
  }
}

async function inspectPicture({ path, renditions }: FileTask, type: PictureType): Promise<FileVerdict> {
  const bytes = await readFile(path)
  const parts = picturePartsOf(bytes, type)
  if (parts === null) return { flaw: 'broken' }
  if (isPolyglot(bytes, parts)) return { flaw: 'foreign' }
  // The limit is told apart from damage by its own words.
  const {
    width,
    height,
    pages = 1,
    format,
    autoOrient,
    exif,
  } = await sharp(path, { ...OPTIONS, limitInputPixels: false }).metadata()
  if (`image/${format}` !== type) return { flaw: 'broken' }
  if (width * height > MOST_PIXELS) return { flaw: 'tooManyPixels' }
  if (pages > 1) return { flaw: 'animated' }
  await renderAll(path, renditions)
  return { width: autoOrient.width, height: autoOrient.height, taken: await readExif(exif) }
}

const ANY_FLAW = { flaw: 'broken' } as const

/** Looks a file over and makes its renditions. Whatever a decoder does not take is broken. */
export async function inspectFile(task: FileTask): Promise<FileVerdict> {
  if (task.type === 'application/pdf') {
    const flaw = flawOfPdf(await readFile(task.path))
    return flaw ? { flaw } : { width: null, height: null, taken: { at: null, position: null } }
  }
  try {
    return await inspectPicture(task, task.type)
  } catch (error) {
    // A full disk is no fault of the picture.
    if (error instanceof Error && 'syscall' in error) throw error
    return ANY_FLAW
  }
}
