import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createSearch } from '@lvliang/shared/itineraries/solve'
import { createItineraryProblem } from '../factories/itineraries.ts'
import { gapOf, type Instance, problemOf, solutionOf } from './routing-instance.ts'

/** Mean and worst gap that are allowed at 1,000 ms, in per cent. */
const BARS: Record<string, { mean: number; worst: number }> = {
  TOPTW: { mean: 1.5, worst: 4 },
  TOP: { mean: 2, worst: 5 },
  MDVRP: { mean: 0.6, worst: Infinity },
  DVRP: { mean: 0.7, worst: Infinity },
  VRPTW: { mean: 1.2, worst: 3 },
  LVLIANG: { mean: 0.5, worst: Infinity },
}

/** Milliseconds this process has had a processor: the same however busy the machine is. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

interface Asked {
  milliseconds: number
  seeds: number
  now: () => number
}

/** Solves one instance once for each seed and keeps what it found in the folder. */
function solveInstance(instance: Instance, file: string, into: string, { milliseconds, seeds, now }: Asked) {
  const [gaps, iterations]: [number[], number[]] = [[], []]
  for (let seed = 1; seed <= seeds; seed++) {
    const search = createSearch(problemOf(instance, seed, { milliseconds, now }))
    while (!search.isDone) search.step(100)
    const solution = solutionOf(instance, search.plan().days)
    writeFileSync(join(into, `${basename(file, '.json')}.${seed}.json`), JSON.stringify(solution))
    gaps.push(gapOf(instance, solution) ?? Infinity)
    iterations.push(search.iterations)
  }
  console.log(
    `${instance.name.padEnd(20)} ${gaps.map(gap => gap.toFixed(2).padStart(6)).join('')} %  ${Math.round(mean(iterations))} iterations`,
  )
  return { type: instance.type, gaps }
}

function benchFolder(folder: string, asked: Asked): boolean {
  const into = mkdtempSync(join(tmpdir(), 'itineraries-'))
  const files = readdirSync(folder).filter(file => file.endsWith('.json') && file !== 'index.json')
  const results = files
    .map(file => ({ file, instance: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Instance }))
    .map(({ file, instance }) => solveInstance(instance, file, into, asked))
  let holds = true
  for (const type of new Set(results.map(result => result.type))) {
    const gaps = results.filter(result => result.type === type).map(result => result.gaps)
    const worst = Math.max(...gaps.map(mean))
    const all = mean(gaps.map(mean))
    const bar = BARS[type]
    const isKept = !bar || asked.milliseconds !== 1000 || (all <= bar.mean && worst <= bar.worst)
    holds &&= isKept && all < Infinity
    console.log(
      `${type.padEnd(8)} mean ${all.toFixed(2)} %, worst instance ${worst.toFixed(2)} %${isKept ? '' : '  above the bar'}`,
    )
  }
  console.log(`solutions: ${into}`)
  return holds
}

/** The product's own size: 90 sites, 3 teams, 5 days. */
function benchOwn({ milliseconds, seeds, now }: Asked): boolean {
  for (let seed = 1; seed <= seeds; seed++) {
    const problem = createItineraryProblem({ seed, sites: 90, teams: 3, dates: 5, budget: { milliseconds, now } })
    const began = now()
    const search = createSearch(problem)
    while (!search.isDone) search.step(100)
    const { objective } = search.plan()
    console.log(
      `90 sites, 3 teams, 5 days: ${search.iterations} iterations, ${Math.round(now() - began)} ms, ${JSON.stringify(objective)}`,
    )
  }
  return true
}

/** `itineraries [FOLDER] [--ms 1000] [--seeds 3] [--clock cpu|wall]`: against best known values, else on a plan of our own size. */
export async function benchItineraries(args: readonly string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ms: text, seeds: text, clock: text },
  })
  const asked = {
    milliseconds: Number(values.ms ?? 1000),
    seeds: Number(values.seeds ?? 3),
    now: values.clock === 'wall' ? () => performance.now() : cpuMilliseconds,
  }
  console.log(`itineraries: ${asked.milliseconds} ms by the ${values.clock ?? 'cpu'} clock, ${asked.seeds} seeds`)
  const [folder] = positionals
  return folder ? benchFolder(resolve(process.env.INIT_CWD ?? process.cwd(), folder), asked) : benchOwn(asked)
}
