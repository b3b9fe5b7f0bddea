// Puts the built server into one file beside its parts: reading its packages from several hundred files takes
// longer than everything else before the first answer.
import { build } from 'vite'

/** Resolved when the program runs: one is native code, the other is loaded only when a table is exported. */
const external = ['better-sqlite3', 'exceljs']

await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external },
  build: {
    ssr: 'server/dist/main.js',
    outDir: 'server/dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'server.js', codeSplitting: false } },
  },
})
