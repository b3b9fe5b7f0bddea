// Holds the built client under its ceilings, in gzip bytes. What a page really fetches until it is idle
// is measured in a browser: test/e2e/weight.e2e.ts
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = 'web/dist'
const KB = 1000
const ceilings = { entryJs: 240 * KB, entryCss: 24 * KB, lazyCss: 40 * KB, lazyChunk: 125 * KB }

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const gzipOf = file => gzipSync(readFileSync(join(dist, file))).length
const sum = files => [...files].reduce((total, file) => total + gzipOf(file), 0)

function staticGraph(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) staticGraph(next, seen)
  return seen
}

const entry = Object.keys(manifest).find(key => manifest[key].isEntry)
const entryKeys = [...staticGraph(entry)]
const entryFiles = new Set(entryKeys.map(key => manifest[key].file))
const entryCss = new Set(entryKeys.flatMap(key => manifest[key].css ?? []))
const built = readdirSync(dist, { recursive: true }).filter(file => !file.endsWith('.map'))
const lazyCss = built.filter(file => file.endsWith('.css') && !entryCss.has(file))
const lazy = built.filter(file => file.endsWith('.js') && file.includes('assets') && !entryFiles.has(file))

const rows = [
  ['entry, its static graph', sum(entryFiles), ceilings.entryJs],
  ['CSS of the entry', sum(entryCss), ceilings.entryCss],
  ['CSS of everything lazy', sum(lazyCss), ceilings.lazyCss],
  ...lazy.map(file => [file, gzipOf(file), ceilings.lazyChunk]),
]
for (const [name, bytes, ceiling] of rows) {
  const verdict = bytes > ceiling ? 'TOO LARGE' : ''
  console.log(`${(bytes / KB).toFixed(1).padStart(7)} of ${ceiling / KB} kB  ${name} ${verdict}`)
}
process.exitCode = rows.some(([, bytes, ceiling]) => bytes > ceiling) ? 1 : 0
