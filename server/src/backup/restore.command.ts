import { statSync } from 'node:fs'
import { runCommand } from '../db/command.ts'
import { PATHS } from '../paths.ts'
import { parseRestoreOptions, RESTORE_USAGE } from './backup-options.ts'
import { refuse } from './read-archive.ts'
import { restoreBackup } from './restore.service.ts'
import { sizeLine } from './words.ts'

runCommand(async () => {
  const options = parseRestoreOptions(process.argv.slice(2))
  if (options === null) {
    console.error(RESTORE_USAGE)
    return false
  }
  const { file, isDryRun } = options
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw refuse(`没有文件 ${file}`, `there is no file ${file}`)
  const { manifest, folder, kept } = await restoreBackup({
    file,
    isDryRun,
    dataDir: options.dataDir ?? process.env.DATA_DIR ?? PATHS.data,
    at: new Date().toISOString(),
    say: line => console.log(line),
  })
  console.log(sizeLine(manifest, found.size))
  if (isDryRun) {
    console.log('备份完好，可以恢复；未作任何改动。 / The backup is whole and can be restored; nothing was changed.')
    return true
  }
  console.log(`已恢复到 ${manifest.madeAt} 的状态 / Restored as of ${manifest.madeAt}: ${folder}`)
  if (kept !== null) console.log(`原目录保留为 / What was there is kept as: ${kept}`)
  console.log(
    '所有人须重新登录；此后停用的账号和撤销的大屏链接恢复原状，请核对。 / ' +
      'Everybody signs in anew. Accounts disabled and wall links revoked since are as they were: look through them.',
  )
  return true
})
