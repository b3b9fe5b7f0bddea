import { cpus } from 'node:os'
import { benchAccess } from './access.ts'
import { benchAudit } from './audit.ts'
import { benchBackup } from './backup.ts'
import { benchClient } from './client.ts'
import { benchItineraries } from './itineraries.ts'
import { benchLargeRegister } from './large-register.ts'
import { benchPan } from './pan.ts'
import { benchReads } from './reads.ts'
import { benchSignIn } from './sign-in.ts'
import { benchStartUp } from './start-up.ts'
import { benchUploads } from './uploads.ts'
import { benchWrites } from './writes.ts'

const asked = process.argv.slice(2)
// This part takes arguments of its own and so stands alone.
const [first, ...rest] = asked

const PARTS: Record<string, () => Promise<unknown>> = {
  reads: benchReads,
  access: benchAccess,
  start: benchStartUp,
  'sign-in': benchSignIn,
  register: benchLargeRegister,
  audit: benchAudit,
  backup: benchBackup,
  client: benchClient,
  pan: benchPan,
  uploads: benchUploads,
  writes: benchWrites,
  itineraries: () => benchItineraries(first === 'itineraries' ? rest : []),
}

const chosen = first === 'itineraries' ? [first] : asked.length > 0 ? asked : Object.keys(PARTS)
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)

for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`no bench ${name}: one of ${Object.keys(PARTS).join(', ')}`)
  console.log('')
  if ((await part()) === false) process.exitCode = 1
}
