import { parseArgs } from 'node:util'
import { stressEdits } from './edits.ts'

const number = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clients: number, edits: number, centres: number, seed: number },
})

const PARTS: Record<string, () => Promise<boolean>> = {
  edits: () =>
    stressEdits({
      clients: Number(values.clients ?? 50),
      edits: Number(values.edits ?? 1000),
      centres: Number(values.centres ?? 20),
      seed: Number(values.seed ?? 2018),
    }),
}

const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`no stress ${name}: one of ${Object.keys(PARTS).join(', ')}`)
  if (!(await part())) process.exitCode = 1
}
