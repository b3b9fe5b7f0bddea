import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const skipped = new Set(['node_modules', 'dist', 'dist-server'])

function* filesUnder(path) {
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    yield path
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (skipped.has(entry.name) || entry.name.includes('.test.')) continue
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name))
    else yield join(path, entry.name)
  }
}

/** One text that changes when any of the files, or any file under the folders, changes; a missing one is left out. */
export function fingerprint(paths, ...extra) {
  const hash = createHash('sha256').update(extra.join('\n'))
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      try {
        const content = readFileSync(file)
        hash.update(`\n${file} ${content.length}\n`).update(content)
      } catch {}
    }
  }
  return hash.digest('hex')
}

export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

export function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
