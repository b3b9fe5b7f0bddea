import { readAnchors } from '../store/audit-anchors.ts'
import { checkStore } from '../store/check-store.ts'
import { eachStore, runCommand } from './command.ts'
import { openStoreForReading } from './open.ts'

runCommand(async () => {
  let sound = true
  for (const folder of eachStore()) {
    const store = await openStoreForReading(folder)
    const anchors = await readAnchors(folder)
    const findings = await checkStore(store.db, anchors).finally(() => store.close())
    for (const { check, where, what } of findings) console.error(`${folder}: ${check}: ${where}: ${what}`)
    console.log(
      findings.length === 0
        ? `${folder}: 检查通过 / sound`
        : `${folder}: 发现 ${findings.length} 处问题 / ${findings.length} problems`,
    )
    sound &&= findings.length === 0
  }
  return sound
})
