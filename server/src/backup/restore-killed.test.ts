import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { copyBackup, createLiveFolder, enter, MADE_AT, newFolder } from '../../../test/factories/backup.ts'
import { load } from '../../../test/fixtures/registers/load.ts'
import { eachStore } from '../db/command.ts'
import { finishSwap } from '../db/folder-swap.ts'
import { openData } from '../open-data.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { checkEvidence } from '../store/check-evidence.ts'
import { checkStore } from '../store/check-store.ts'
import { backUp } from './backup.service.ts'
import type { RestoreStep } from './restore.service.ts'

const LATER = '2018-08-01T04:00:00.000Z'
const clock = { now: () => Date.parse(LATER) }
let original: { dataDir: string }

/** What is restored has one record and the first secret; what it replaces has two and another. */
beforeAll(async () => {
  const live = await createLiveFolder(newFolder())
  await backUp({ folder: live.folder, to: join(live.dataDir, 'backups'), at: MADE_AT, keep: null })
  await enter(live)
  await live.close()
  writeFileSync(join(live.folder, 'auth-secret'), 'another secret, of forty-three characters..')
  original = { dataDir: live.dataDir }
  return () => rmSync(live.dataDir, { recursive: true, force: true })
})

/** A process that restores, and kills itself at a step. */
function startRestore({ dataDir, file }: { dataDir: string; file: string }, killedAt: RestoreStep | null, at = LATER) {
  const module = new URL('./restore.service.ts', import.meta.url).href
  const request = JSON.stringify({ file, dataDir, at, isDryRun: false })
  const script = `
    import { restoreBackup } from ${JSON.stringify(module)}
    const onStep = step => step === ${JSON.stringify(killedAt)} && process.kill(process.pid, 'SIGKILL')
    await restoreBackup({ ...${request}, say: line => process.stdout.write(line), onStep })`
  const args = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function restoreUntil(copy: { dataDir: string; file: string }, step: RestoreStep) {
  const [, signal] = await once(startRestore(copy, step), 'exit')
  expect(signal).toBe('SIGKILL')
}

/** Opens the data as the server does; what it finds must be whole, and all of one piece. */
async function openAndName(dataDir: string): Promise<'old' | 'new'> {
  const { store, demonstration } = await openData({ dataDir, clock, forceDemonstration: false })
  try {
    expect(demonstration).toBe(false)
    expect(await checkStore(store.db, await readAnchors(store.folder))).toEqual([])
    expect(await checkEvidence(store.db, store.folder)).toEqual([])
    const records = (await store.db.selectFrom('record').select('id').execute()).length
    const isFirstSecret = readFileSync(join(store.folder, 'auth-secret'), 'utf8').startsWith('sss')
    const found = records === 1 && isFirstSecret ? 'new' : records === 2 && !isFirstSecret ? 'old' : 'mix'
    if (found === 'mix')
      throw new Error(`${records} records beside ${isFirstSecret ? 'the first' : 'the other'} secret`)
    return found
  } finally {
    await store.close()
  }
}

test.each<[RestoreStep, 'old' | 'new']>([
  ['extracted', 'old'],
  ['checked', 'old'],
  ['swapWritten', 'new'],
  ['oldMoved', 'new'],
  ['newMoved', 'new'],
  ['swapDone', 'new'],
])(
  'killed when %s, it leaves what is %s',
  async (step, expected) => {
    const copy = copyBackup(original)
    await restoreUntil(copy, step)
    expect(await openAndName(copy.dataDir)).toBe(expected)
  },
  60_000,
)

test.each<RestoreStep>(['checked', 'oldMoved'])(
  'another restore goes through after one killed when %s',
  async step => {
    const copy = copyBackup(original)
    await restoreUntil(copy, step)
    const [code] = await once(startRestore(copy, null, '2018-08-02T04:00:00.000Z'), 'exit')
    expect([code, await openAndName(copy.dataDir)]).toEqual([0, 'new'])
    expect(readdirSync(copy.dataDir).filter(name => /restoring|\.json/.test(name))).toEqual([])
  },
  60_000,
)

test('killed at any moment it leaves old or new, never a mix', async () => {
  for (const milliseconds of [0, 15, 30, 60, 120]) {
    const copy = copyBackup(original)
    const child = startRestore(copy, null)
    const ended = once(child, 'exit')
    // The clock starts with its first word: before it, nothing was begun.
    await Promise.race([once(child.stdout, 'data'), ended])
    await wait(milliseconds)
    child.kill('SIGKILL')
    await ended
    expect(['old', 'new']).toContain(await openAndName(copy.dataDir))
  }
}, 120_000)

describe('whoever opens the data next finishes the swap:', () => {
  const openers: Record<string, (dataDir: string) => unknown> = {
    'the server': dataDir => openAndName(dataDir),
    'the commands': dataDir => expect(eachStore(dataDir)).toEqual([join(dataDir, 'live')]),
    'the loader': dataDir => load(Buffer.from('县,村\n'), dataDir, { isDryRun: true }),
  }

  test.each(Object.keys(openers))(
    '%s',
    async name => {
      const copy = copyBackup(original)
      await restoreUntil(copy, 'oldMoved')
      await openers[name]?.(copy.dataDir)
      expect(readdirSync(copy.dataDir).filter(found => /^live|json$/.test(found))).toEqual([
        'live',
        'live.before-20180801T040000.000Z',
      ])
      expect(await openAndName(copy.dataDir)).toBe('new')
    },
    60_000,
  )
})

test('a note of a swap that cannot be read stops everything, and nothing is moved', () => {
  const { dataDir } = copyBackup(original)
  const notes = ['{', '{"folder":"live","incoming":"../elsewhere","kept":"live.before-x"}', '{"folder":"etc"}']
  for (const note of notes) {
    writeFileSync(join(dataDir, 'restore.json'), note)
    expect(() => finishSwap(dataDir)).toThrow(/恢复未完成.+a restore is unfinished/)
    expect(readdirSync(dataDir)).toContain('live')
  }
})

test('an emptied note is passed over where a whole folder stands, and nowhere else', () => {
  const { dataDir, folder } = copyBackup(original)
  writeFileSync(join(dataDir, 'restore.json'), '')
  finishSwap(dataDir)
  expect(readdirSync(dataDir)).not.toContain('restore.json')
  writeFileSync(join(dataDir, 'restore.json'), '')
  renameSync(folder, join(dataDir, 'live.before-x'))
  expect(() => finishSwap(dataDir)).toThrow(/恢复未完成/)
})

test('where neither the old nor the new folder is left, the note stays', () => {
  const { dataDir, folder } = copyBackup(original)
  rmSync(folder, { recursive: true })
  const note = { folder: 'live', incoming: 'live.restoring-x', kept: 'live.before-x' }
  writeFileSync(join(dataDir, 'restore.json'), JSON.stringify(note))
  expect(() => finishSwap(dataDir)).toThrow(/ENOENT/)
  expect(readdirSync(dataDir)).toContain('restore.json')
})
