import { describe, expect, it } from 'vitest'
import { importProblems } from './import-rules.mjs'

const refused = [
  ['shared reads the server', 'shared/src/plan/a.ts', "import { x } from '@lvliang/server/app'"],
  ['shared reads the client by a relative path', 'shared/src/plan/a.ts', "import { x } from '../../../web/src/x.ts'"],
  ['the server reads the client', 'server/src/plan/a.ts', "export { x } from '@lvliang/web/x'"],
  ['the server reads the data package', 'server/src/plan/a.ts', "import { x } from '@lvliang/data/x'"],
  ['the client runs server code', 'web/src/app/a.ts', "import { x } from '@lvliang/server/app'"],
  ['the client runs server code beside a type', 'web/src/app/a.ts', "import { type A, x } from '@lvliang/server/app'"],
  ['the client loads server code late', 'web/src/app/a.ts', "const x = await import('@lvliang/server/app')"],
  ['a client feature reaches into another', 'web/src/features/board/a.tsx', "import { x } from '../centres/x.ts'"],
  ['a server feature reaches into another', 'server/src/board/a.ts', "import {\n  x,\n} from '../centres/x.ts'"],
  ['a package is entered past its name', 'server/src/board/a.ts', "import { x } from '../../../shared/src/x.ts'"],
]

const allowed = [
  ['the server stands on shared', 'server/src/board/a.ts', "import { x } from '@lvliang/shared/plan/stage'"],
  ['a server feature stands on the store', 'server/src/board/a.ts', "import { x } from '../db/open.ts'"],
  ['the app composes features', 'server/src/app.ts', "import { x } from './board/board.routes.ts'"],
  ['the client takes types of the server', 'web/src/app/a.ts', "import type { App } from '@lvliang/server/app'"],
  ['the client names types one by one', 'web/src/app/a.ts', "import { type App } from '@lvliang/server/app'"],
  ['a feature uses its own files', 'web/src/features/board/a.tsx', "import { x } from './map/x.ts'"],
  ['a test uses the factories', 'server/src/board/a.test.ts', "import { x } from '@lvliang/test/factories/x'"],
  ['data imports everything', 'data/demonstration/a.ts', "import { x } from '@lvliang/server/app'"],
]

describe('import directions', () => {
  it.each(refused)('%s: refused', (_, file, text) => {
    expect(importProblems(file, text)).toHaveLength(1)
  })
  it.each(allowed)('%s: allowed', (_, file, text) => {
    expect(importProblems(file, text)).toEqual([])
  })
})
