import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createLiveFolder, evidenceFile, makeFolder } from '../../../test/factories/backup.ts'

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function run(path: string, dataDir: string, ...args: string[]) {
  const command = ['--conditions=source', '--import', 'tsx', program(path), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: program('../..'),
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir },
  })
  return { status, stdout, stderr }
}
const backup = (dataDir: string, ...args: string[]) => run('./backup.command.ts', dataDir, ...args)
const restore = (dataDir: string, ...args: string[]) => run('./restore.command.ts', dataDir, ...args)
const check = (dataDir: string) => run('../db/check.command.ts', dataDir)

async function liveForTest() {
  const live = await createLiveFolder()
  onTestFinished(live.close)
  const listed = (folder = join(live.dataDir, 'backups')) => readdirSync(folder).filter(name => name.endsWith('.tar'))
  return { ...live, listed }
}

test('a backup is made beside a running server, said where, and restored elsewhere', async () => {
  const { dataDir, listed } = await liveForTest()
  const made = backup(dataDir)
  expect(made).toMatchObject({ status: 0, stderr: '' })
  expect(made.stdout).toMatch(/已备份并核对 \/ Backed up and verified: .+\.tar\n.+1 records, 1 rows of audit, 3 photos/)
  const [name] = listed()
  const file = join(dataDir, 'backups', name as string)
  const elsewhere = makeFolder()
  expect(restore(dataDir, file, '--data-dir', elsewhere, '--dry-run')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/备份完好，可以恢复.+nothing was changed/),
  })
  const restored = restore(dataDir, file, '--data-dir', elsewhere)
  expect(restored).toMatchObject({ status: 0, stdout: expect.stringMatching(/已恢复到.+Restored as of/) })
  expect(check(elsewhere)).toMatchObject({ status: 0, stdout: expect.stringContaining('检查通过 / sound') })
}, 60_000)

test('beneath a running server nothing is restored, and that is said in a line', async () => {
  const { dataDir, listed } = await liveForTest()
  backup(dataDir)
  const { status, stderr } = restore(dataDir, join(dataDir, 'backups', listed()[0] as string))
  expect(status).toBe(1)
  expect(stderr.trim()).toMatch(/^数据目录正被另一个进程使用.+Stop the running server or loader first\.$/)
}, 60_000)

test('check names a photo that is not what it was', async () => {
  const { dataDir, folder } = await liveForTest()
  writeFileSync(join(folder, evidenceFile('a photo')), 'A photo')
  const { status, stderr } = check(dataDir)
  expect(status).toBe(1)
  expect(stderr).toContain(`evidence: ${evidenceFile('a photo')}: is not what its SHA-256 says`)
}, 60_000)

test('another folder takes the backups, and keeps as many as asked for', async () => {
  const { dataDir, listed } = await liveForTest()
  const to = join(makeFolder(), 'elsewhere')
  for (let i = 0; i < 3; i++) expect(backup(dataDir, '--to', to, '--keep', '2').status).toBe(0)
  expect(listed(to)).toHaveLength(2)
}, 60_000)

test('what cannot be done is said, and how it would be right', async () => {
  const { dataDir } = await liveForTest()
  expect(backup(dataDir, '--keep', '0')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run backup') })
  expect(backup(dataDir, '--demo').stderr).toMatch(/没有演示数据.+no demonstration/)
  expect(backup(makeFolder()).stderr).toMatch(/没有数据库/)
  expect(restore(dataDir)).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run restore -- FILE') })
  const nothing = restore(dataDir, join(dataDir, 'nothing.tar'))
  expect(nothing).toMatchObject({ status: 1, stderr: expect.stringMatching(/没有文件.+there is no file/) })
  const bad = join(dataDir, 'bad.tar')
  writeFileSync(bad, readFileSync(join(dataDir, 'live/auth-secret')))
  const refused = restore(dataDir, bad)
  expect(refused.stderr).toMatch(/^备份文件不可用/)
  expect(refused.stderr).not.toContain('    at ')
}, 60_000)
