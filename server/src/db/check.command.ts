import { readAnchors } from '../store/audit-anchors.ts'
import { checkEvidence } from '../store/check-evidence.ts'
import { checkStore } from '../store/check-store.ts'
import { eachStore, runCommand } from './command.ts'
import { openStoreForReading, type Store } from './open.ts'

/** The database, its audit, and the photos and documents beside it. */
async function examine({ db, folder }: Store) {
  const anchors = await readAnchors(folder)
  return [...(await checkStore(db, anchors)), ...(await checkEvidence(db, folder))]
}

runCommand(async () => {
  let sound = true
  for (const folder of eachStore()) {
    const store = await openStoreForReading(folder)
    const findings = await examine(store).finally(() => store.close())
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
