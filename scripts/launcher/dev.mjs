import { tool } from './child.mjs'

const CLIENT_PORT = '5173'

/** The server on its sources, restarted when they change, beside Vite's development server with the API behind it. */
export async function dev(args) {
  const port = process.env.PORT ?? '3000'
  // Links that the server makes lead to the client that is being worked on.
  const env = { PUBLIC_URL: `http://127.0.0.1:${CLIENT_PORT}`, ...process.env }
  const server = tool('node_modules', 'tsx', ['watch', '--conditions=source', 'server/src/main.ts', ...args], { env })
  const client = tool('web/node_modules', 'vite', [], {
    cwd: 'web',
    env: { ...process.env, PORT: CLIENT_PORT, API_URL: `http://127.0.0.1:${port}` },
  })
  return Math.max(...(await Promise.all([server, client])))
}
