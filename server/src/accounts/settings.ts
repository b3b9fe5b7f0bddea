/** What a deployment may set about accounts. */
export interface AccountSettings {
  /** After so many minutes without a request a session ends. */
  idleMinutes: number
  /** After so many hours it ends whatever is done. */
  sessionHours: number
  /** The demonstration's one-click roles are offered beyond this machine, too. */
  demoLan: boolean
  /** The key to sign and encrypt with; undefined: one is kept in the data folder. */
  secret?: string | undefined
}
