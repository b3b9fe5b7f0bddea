import { config } from 'zod/mini'

// zod compiles parsers with `new Function` unless told not to; the content security policy forbids that.
config({ jitless: true })
