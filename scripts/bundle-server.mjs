// Puts the built server into one file beside its parts: reading its packages from several hundred files takes
// longer than everything else before the first answer.
import { build } from 'vite'

/** Resolved when the program runs: native code, and what is loaded only once it is needed. */
const external = /^(better-sqlite3$|exceljs$|docx$|better-auth\/|@better-auth\/|@zxcvbn-ts\/)/

await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'server/dist/main.js',
    outDir: 'server/dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { external, output: { entryFileNames: 'server.js', codeSplitting: false } },
  },
})
