import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until a file is on the disk. */
export function fsyncFile(path: string): void {
  // Windows flushes only what is open for writing.
  const file = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Waits until the names in a folder are on the disk. Windows does that by itself and opens no folder. */
export function fsyncFolder(path: string): void {
  if (process.platform !== 'win32') fsyncFile(path)
}
