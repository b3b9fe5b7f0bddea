import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { papersOf } from '../factories/papers.ts'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' })

/** What LibreOffice made of one paper: its pages, each with its number, and its fonts. */
function lookAt(pdf: string): { pages: number; numbered: boolean; chinese: boolean; text: string } {
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdf))?.[1])
  const texts = run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, pages)
  return {
    pages,
    numbered: texts.every((text, i) => new RegExp(`—\\s*${i + 1}\\s*—`).test(text)),
    chinese: /CJK|Song|Fang|Hei|Kai/.test(run('pdffonts', pdf)),
    text: texts.join('\n'),
  }
}

/**
 * Every official paper of the demonstration opened by LibreOffice and turned into PDF: fonts that have its letters, a
 * number on each page, nothing lost. Needs LibreOffice Writer and poppler's tools.
 */
export async function stressPapers(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  const server = await startBuiltServer(join(folder, 'data'))
  let holds = true
  try {
    const headers = { cookie: await signInToDemonstration(server.url, 'cityOffice') }
    const ask = (path: string) => fetch(server.url + path, { headers })
    for (const [kind, path] of Object.entries(await papersOf({ request: ask }))) {
      const started = performance.now()
      const answer = await ask(path)
      const docx = join(folder, `${kind}.docx`)
      writeFileSync(docx, new Uint8Array(await answer.arrayBuffer()))
      const ms = performance.now() - started
      run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, docx)
      const { pages, numbered, chinese, text } = lookAt(join(folder, `${kind}.pdf`))
      const isMarked = text.split('演示数据（虚构）').length - 1 >= pages
      const fine = answer.status === 200 && numbered && chinese && isMarked && text.includes('审计锚点')
      holds &&= fine
      const size = readFileSync(docx).length
      console.log(
        `${kind.padEnd(14)} ${fine ? 'fine' : 'WRONG'}: ${pages} pages, numbered ${numbered}, fonts ${chinese}, marked ${isMarked}; ${size} bytes in ${ms.toFixed(0)} ms`,
      )
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return holds
}
