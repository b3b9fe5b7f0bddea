import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Programs that stand beside this one, from its sources or its build. */
const beside = (path: string) => fileURLToPath(new URL(`${path}${extname(import.meta.url)}`, import.meta.url))

/** Files the server reads at run time, by path from the repository. */
export const PATHS = {
  plan: (year: number) => root(`data/plan/${year}.json`),
  policy: (year: number) => root(`data/policy/${year}.json`),
  inspections: (year: number) => root(`data/inspections/${year}.json`),
  calendar: root('data/calendar'),
  counties: root('data/geography/counties.geojson'),
  base: root('data/geography/base.geojson'),
  villages: root('data/villages'),
  demonstration: root('data/demonstration'),
  client: root('web/dist'),
  clientShell: root('web/dist-server/entry-server.js'),
  data: root('.data'),
  backupCommand: beside('./backup/backup.command'),
  /** What looks uploads over, in a process of its own. */
  fileWorker: root('server/dist/evidence/file.worker.js'),
}
