import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pace, type Received, receive } from './incoming.ts'

/** A folder's entries outlive a power cut only once the folder itself is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function syncFolderNow(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * Originals as they were sent, each once, named by their SHA-256: `evidence/<first two digits>/<sha256>`. What is made
 * from them for showing is in `derived/` and can be made again.
 */
export class EvidenceFiles {
  readonly #root: string
  readonly #incoming: string
  readonly #derived: string
  /** Folders known to be on the disk. */
  readonly #synced = new Set<string>()

  /** Makes the folders; what was still coming in when the program last ended is gone. */
  constructor(storeFolder: string) {
    this.#root = join(storeFolder, 'evidence')
    this.#incoming = join(this.#root, 'incoming')
    this.#derived = join(storeFolder, 'derived')
    rmSync(this.#incoming, { recursive: true, force: true })
    for (const path of [this.#incoming, this.#derived]) mkdirSync(path, { recursive: true })
    syncFolderNow(storeFolder)
  }

  receive(body: AsyncIterable<Uint8Array>, limits: { most: number; pace: Pace }): Promise<Received> {
    return receive(join(this.#incoming, randomUUID()), body, limits)
  }

  /** Keeps what was received, durably; the same bytes are kept once. */
  async keep({ path, sha256 }: Received): Promise<void> {
    const folder = this.#folderOf(sha256)
    await mkdir(folder, { recursive: true })
    // The same name is the same bytes: putting one in the place of the other changes nothing.
    await rename(path, join(folder, sha256))
    await syncFolder(folder)
    if (this.#synced.has(folder)) return
    await syncFolder(this.#root)
    this.#synced.add(folder)
  }

  /** Forgets what was received, unless it is kept. */
  async discard({ path }: Received): Promise<void> {
    await rm(path, { force: true })
  }

  original(sha256: string): string {
    return join(this.#folderOf(sha256), sha256)
  }

  /** Where a picture made from an original is, its longest edge as given. */
  async derived(sha256: string, size: number): Promise<string> {
    const folder = join(this.#derived, sha256.slice(0, 2))
    await mkdir(folder, { recursive: true })
    return join(folder, `${sha256}-${size}.jpg`)
  }

  #folderOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2))
  }
}
