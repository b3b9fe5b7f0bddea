// Holds the directions of imports between packages and between features: import-rules.mjs
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { importProblems } from './import-rules.mjs'

const files = ['shared/src', 'server/src', 'web/src'].flatMap(folder =>
  readdirSync(folder, { recursive: true })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name).split(sep).join('/')),
)
const problems = files.flatMap(file => importProblems(file, readFileSync(file, 'utf8')))

for (const problem of problems) console.error(problem)
console.log(`${files.length} files read, ${problems.length} imports against the house`)
process.exitCode = problems.length ? 1 : 0
