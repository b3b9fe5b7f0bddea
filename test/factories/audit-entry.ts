import type { AuditEntry } from '@lvliang/shared/audit/audit.schema'

/** An act as the API answers it; its hashes are no real ones. */
export function createAuditEntry(overrides: Partial<AuditEntry> = {}): AuditEntry {
  const seq = overrides.seq ?? 7
  return {
    seq,
    at: '2018-07-31T02:15:30.000Z',
    accountId: '6f1f6a52-0d0b-4a44-9a4b-0d8f5c1f0000',
    username: 'wang.min',
    role: 'systemAdmin',
    county: null,
    address: '10.20.30.40',
    requestId: 'request-7',
    operation: 'changeAccount',
    outcome: 'done',
    subject: 'account/6f1f6a52-0d0b-4a44-9a4b-0d8f5c1f0001',
    before: null,
    after: null,
    previousHash: String(seq - 1).padStart(64, '0'),
    hash: String(seq).padStart(64, '0'),
    ...overrides,
  }
}
