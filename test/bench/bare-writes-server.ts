import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { openConnection } from '@lvliang/server/db/connection'
import { Hono } from 'hono'

/** The least a durable write can be: JSON read, one prepared insert in a WAL database that syncs, JSON answered. */
function serve(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'))
  const connection = openConnection(join(folder, 'bare.sqlite'))
  connection.exec('create table written (seq integer primary key, body text not null) strict')
  const insert = connection.prepare('insert into written (body) values (?)')
  const app = new Hono()
  app.patch('/written/:code', async c => {
    const { lastInsertRowid } = insert.run(JSON.stringify(await c.req.json()))
    return c.json({ seq: Number(lastInsertRowid) }, 201)
  })
  const server = createServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.once('disconnect', () => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
}

serve()
