import { closeSync, fsyncSync, openSync } from 'node:fs'

function fsync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Waits until a file is on the disk. Opened for writing, because Windows flushes nothing else. */
export const fsyncFile = (path: string): void => fsync(path, 'r+')

/** Waits until the names in a folder are on the disk. Windows does that by itself and opens no folder. */
export function fsyncFolder(path: string): void {
  if (process.platform !== 'win32') fsync(path, 'r')
}
