import { tool } from './child.mjs'

/** The server on its sources, restarted when they change, beside Vite's development server with the API behind it. */
export async function dev(args) {
  const port = process.env.PORT ?? '3000'
  const server = tool('node_modules', 'tsx', ['watch', '--conditions=source', 'server/src/main.ts', ...args])
  const client = tool('web/node_modules', 'vite', [], {
    cwd: 'web',
    env: { ...process.env, PORT: '5173', API_URL: `http://127.0.0.1:${port}` },
  })
  return Math.max(...(await Promise.all([server, client])))
}
