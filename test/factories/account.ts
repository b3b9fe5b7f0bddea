import type { Account, Session, WallLink } from '@lvliang/shared/accounts/account.schema'

/** An account as the API answers it. */
export function createAccount(overrides: Partial<Account> = {}): Account {
  return {
    id: '6f1f6a52-0d0b-4a44-9a4b-0d8f5c1f0001',
    username: 'li.na',
    name: '李娜',
    role: 'county',
    county: '141124',
    finance: false,
    state: 'active',
    secondFactor: false,
    createdAt: '2018-03-01T02:00:00.000Z',
    lastSignInAt: '2018-07-30T01:15:00.000Z',
    version: 3,
    ...overrides,
  }
}

/** A device on which somebody is signed in. */
export function createSession(overrides: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    current: false,
    startedAt: '2018-07-31T01:00:00.000Z',
    lastSeenAt: '2018-07-31T02:15:00.000Z',
    endsAt: '2018-07-31T13:00:00.000Z',
    stay: false,
    address: '10.20.30.40',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0.0.0 Safari/537.36',
    ...overrides,
  }
}

export function createWallLink(overrides: Partial<WallLink> = {}): WallLink {
  return {
    id: '6f1f6a52-0d0b-4a44-9a4b-0d8f5c1f0100',
    label: '三楼会议室',
    createdAt: '2018-06-01T02:00:00.000Z',
    createdBy: 'wang.min',
    lastUsedAt: null,
    revokedAt: null,
    ...overrides,
  }
}
