import { posix } from 'node:path'

/** What each package may import: `types` as types alone. `data` and `test` may import everything. */
const directions = {
  shared: { values: ['shared'], types: [] },
  server: { values: ['server', 'shared'], types: [] },
  web: { values: ['web', 'shared'], types: ['server'] },
}

/** Folders whose subfolders are features that keep out of each other. */
const featureRoots = ['web/src/features', 'server/src']
/** Folders of `server/src` that every feature stands on. */
const commonGround = ['access', 'db', 'http', 'ledger', 'lib', 'store'].map(folder => `server/src/${folder}`)

const statement = /\b(?:import|export)\b([^'"`;()]*?)\bfrom\s*['"]([^'"]+)['"]/g
const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g

function importsOf(text) {
  const found = [...text.matchAll(statement)].map(([, clause, target]) => ({ target, typesOnly: isTypesOnly(clause) }))
  return [...found, ...[...text.matchAll(bare)].map(([, target]) => ({ target, typesOnly: false }))]
}

function isTypesOnly(clause) {
  if (/^\s*type\b/.test(clause)) return true
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter(name => name.trim() !== '')
  return names !== undefined && names.length > 0 && names.every(name => /^\s*type\s/.test(name))
}

const packageOf = path => path.split('/')[0]
const targetPath = (file, target) => {
  if (target.startsWith('.')) return posix.join(posix.dirname(file), target)
  const own = /^@lvliang\/([^/]+)(?:\/(.*))?$/.exec(target)
  return own ? `${own[1]}/src/${own[2] ?? ''}` : null
}

function featureOf(path) {
  const root = featureRoots.find(folder => path.startsWith(`${folder}/`))
  const rest = root && path.slice(root.length + 1).split('/')
  if (!rest || rest.length < 2) return null
  const folder = `${root}/${rest[0]}`
  return commonGround.includes(folder) ? null : folder
}

/** Every import of one file that the house does not allow, as sentences. `file` is relative to the root, with `/`. */
export function importProblems(file, text) {
  const from = packageOf(file)
  const isTest = /\.test\.tsx?$/.test(file)
  return importsOf(text).flatMap(({ target, typesOnly }) => {
    const path = targetPath(file, target)
    if (!path) return []
    const to = packageOf(path)
    if (to !== from && target.startsWith('.') && directions[to]) return [`${file}: ${target} leaves the package`]
    const rule = directions[from]
    const allowed =
      !rule || rule.values.includes(to) || (typesOnly && rule.types.includes(to)) || (isTest && to === 'test')
    if (!allowed) return [`${file}: ${from} may not import ${to}${rule.types.includes(to) ? ' but for types' : ''}`]
    const [feature, other] = [featureOf(file), featureOf(path)]
    return feature && other && feature !== other && !isTest ? [`${file}: reaches into the feature ${other}`] : []
  })
}
