import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { eachStore, runCommand } from '../db/command.ts'
import { DomainError } from '../errors.ts'
import { PATHS } from '../paths.ts'
import { backUp } from './backup.service.ts'
import { BACKUP_USAGE, parseBackupOptions } from './backup-options.ts'
import { sizeLine } from './words.ts'

runCommand(async () => {
  const options = parseBackupOptions(process.argv.slice(2))
  if (options === null) {
    console.error(BACKUP_USAGE)
    return false
  }
  // Whoever is served meanwhile goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const dataDir = process.env.DATA_DIR ?? PATHS.data
  // What `npm start` serves: the live database where there is one.
  const folder = eachStore(dataDir).find(path => !options.demonstration || path.endsWith('demo'))
  if (folder === undefined) {
    throw new DomainError('storeEmpty', '没有演示数据。 / There is no demonstration to back up.')
  }
  const { to, keep } = options
  const made = await backUp({ folder, to: to ?? join(dataDir, 'backups'), at: new Date().toISOString(), keep })
  console.log(`已备份并核对 / Backed up and verified: ${made.file}`)
  console.log(sizeLine(made.manifest, made.bytes))
  for (const name of made.deleted) console.log(`已删除旧备份 / Deleted the old one: ${name}`)
  return true
})
