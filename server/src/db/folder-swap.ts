import { existsSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DomainError } from '../errors.ts'
import { fsyncFile, fsyncFolder } from '../lib/fsync.ts'
import { lockForWriting } from './lock.ts'

/** Where the swap under way is written down, in the data folder. */
export const SWAP_FILE = 'restore.json'

const swapSchema = z.strictObject({
  /** The folder replaced. */
  folder: z.enum(['live', 'demo']),
  /** The folder that takes its place, whole and on the disk. */
  incoming: z.string().regex(/^(live|demo)\.restoring-[\w.-]{1,40}$/),
  /** What the one replaced is called from then on. */
  kept: z.string().regex(/^(live|demo)\.before-[\w.-]{1,40}$/),
})
export type FolderSwap = z.output<typeof swapSchema>

export type SwapStep = 'swapWritten' | 'oldMoved' | 'newMoved' | 'swapDone'
type OnStep = (step: SwapStep) => void

function writeSwap(dataDir: string, swap: FolderSwap): void {
  const path = join(dataDir, SWAP_FILE)
  writeFileSync(`${path}.tmp`, JSON.stringify(swap))
  fsyncFile(`${path}.tmp`)
  renameSync(`${path}.tmp`, path)
  fsyncFolder(dataDir)
}

/** Whether a folder was put aside and none has taken its place. */
const isHalfMoved = (dataDir: string): boolean =>
  readdirSync(dataDir).some(name => {
    const folder = /^(live|demo)\.before-/.exec(name)?.[1]
    return folder !== undefined && !existsSync(join(dataDir, folder))
  })

/** The swap under way. A note that a failing disk has emptied says nothing; what it found or made may still be whole. */
function readSwap(dataDir: string): FolderSwap | null {
  const path = join(dataDir, SWAP_FILE)
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  if (text === '' && !isHalfMoved(dataDir)) return null
  try {
    return swapSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new DomainError(
      'settingRefused',
      `${path} 无法读取，恢复未完成：请不要改动数据目录并寻求帮助。 / ` +
        `${path} cannot be read, and a restore is unfinished: leave the data folder as it is and ask for help (${(cause as Error).message}).`,
    )
  }
}

function perform(dataDir: string, { folder, incoming, kept }: FolderSwap, onStep: OnStep): void {
  const move = (from: string, to: string) => {
    renameSync(join(dataDir, from), join(dataDir, to))
    fsyncFolder(dataDir)
  }
  const exists = (name: string) => existsSync(join(dataDir, name))
  // Where neither is there, somebody has moved them: that is an error of the rename, and nothing is forgotten.
  if (exists(incoming) || !exists(folder)) {
    if (exists(folder)) move(folder, kept)
    onStep('oldMoved')
    move(incoming, folder)
    onStep('newMoved')
  }
  unlinkSync(join(dataDir, SWAP_FILE))
  fsyncFolder(dataDir)
  onStep('swapDone')
}

/**
 * Puts one folder in the place of another, which is kept. Two renames are no single act: what is to be done is
 * written down first, and whoever opens the data next finishes it. The caller holds the data folder's lock.
 */
export function swapFolders(dataDir: string, swap: FolderSwap, onStep: OnStep = () => {}): void {
  writeSwap(dataDir, swap)
  onStep('swapWritten')
  perform(dataDir, swap, onStep)
}

export const isSwapping = (dataDir: string): boolean => existsSync(join(dataDir, SWAP_FILE))

/** Finishes a swap that was cut short. The caller holds the data folder's lock. */
export function resumeSwap(dataDir: string): void {
  const swap = readSwap(dataDir)
  if (swap !== null) perform(dataDir, swap, () => {})
  else if (isSwapping(dataDir)) unlinkSync(join(dataDir, SWAP_FILE))
}

/** Finishes a swap that was cut short, before anything in the data folder is opened. */
export function finishSwap(dataDir: string): void {
  if (!isSwapping(dataDir)) return
  const lock = lockForWriting(dataDir)
  try {
    resumeSwap(dataDir)
  } finally {
    lock.release()
  }
}
