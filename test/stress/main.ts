import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { stressCrash } from './crash.ts'
import { stressDraw } from './draw.ts'
import { stressEdits } from './edits.ts'
import { stressItineraries } from './itineraries.ts'
import { stressPapers } from './papers.ts'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: text,
    edits: text,
    centres: text,
    rounds: text,
    seed: text,
    seeds: text,
    powercut: text,
    problems: text,
  },
})

const calledFrom = process.env.INIT_CWD ?? process.cwd()
const seed = Number(values.seed ?? 2018)

const PARTS: Record<string, () => Promise<boolean>> = {
  edits: () =>
    stressEdits({
      clients: Number(values.clients ?? 50),
      edits: Number(values.edits ?? 1000),
      centres: Number(values.centres ?? 20),
      seed,
    }),
  crash: () =>
    stressCrash({
      rounds: Number(values.rounds ?? 20),
      seed,
      powercut: values.powercut && resolve(calledFrom, values.powercut),
    }),
  papers: stressPapers,
  itineraries: () => stressItineraries({ problems: Number(values.problems ?? 1000), seed }),
  draw: () => stressDraw({ seeds: Number(values.seeds ?? 20_000) }),
}

const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`no stress ${name}: one of ${Object.keys(PARTS).join(', ')}`)
  if (!(await part())) process.exitCode = 1
}
