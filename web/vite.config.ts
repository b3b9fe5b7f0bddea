import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env.API_URL ?? 'http://127.0.0.1:3000'

/** The shell is drawn by React as it is shipped, not as it is developed. */
const productionShell: Plugin = {
  name: 'production-shell',
  config: (_, { isSsrBuild }) =>
    isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' }, build: { copyPublicDir: false } } : {},
}

/** One short suffix a file: names with nothing else of their own compress well, in the styles and in the scripts. */
function scopedName(name: string, file: string): string {
  const path = relative(import.meta.dirname, file.split('?')[0] ?? file)
  return `${name}_${createHash('sha256').update(path).digest('hex').slice(0, 6)}`
}

export default defineConfig({
  plugins: [react(), productionShell],
  // The workspace's own packages are read from their sources, so a change is seen at once.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: {
    noExternal: true,
    resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  },
  css: { modules: { generateScopedName: scopedName } },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    port: Number(process.env.PORT ?? 5173),
    host: '127.0.0.1',
    // The host is passed on as the browser named it: the API takes changes from its own origin alone.
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
})
