import type { Viewer } from './viewer.ts'

/** What the gate knows of a request; handlers find it in `c.env`. */
export interface RequestEnv {
  viewer: Viewer
  /** Where the request comes from, behind trusted proxies too. */
  address: string
  requestId: string
  /** The origin this request was made to, e.g. `https://board.example`. */
  origin: string
}

export type AppEnv = { Bindings: RequestEnv }
