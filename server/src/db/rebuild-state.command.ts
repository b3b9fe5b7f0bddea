import { rebuildState } from '../store/rebuild-state.ts'
import { eachStore, runCommand } from './command.ts'
import { openStore } from './open.ts'

runCommand(async () => {
  for (const folder of eachStore()) {
    const store = await openStore(folder)
    await rebuildState(store.db, new Date().toISOString()).finally(() => store.close())
    console.log(`${folder}: 当前状态已由记录重新生成 / state made again from the records`)
  }
  return true
})
