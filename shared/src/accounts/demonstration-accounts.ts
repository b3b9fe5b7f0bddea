import { ROLES, type Role } from './role.ts'

const NAMES: Record<Role, string> = {
  leader: '贺明远',
  cityOffice: '冯雅琴',
  county: '薛志强',
  inspector: '任晓峰',
  systemAdmin: '康文博',
  auditor: '成素云',
}

/** Where several are needed at once: a visit takes two inspectors, none of them at home. */
const INSPECTORS: Record<string, string> = {
  '141102': NAMES.inspector,
  '141127': '武艳芳',
  '141130': '靳海龙',
  '141181': '侯建国',
}

export interface DemonstrationAccount {
  id: string
  username: string
  name: string
  role: Role
  county: string | null
}

/** An invented person of the demonstration, the same wherever it is made: its records name people by these ids. */
export function demonstrationAccount(role: Role, county: string | null = null): DemonstrationAccount {
  const name = (role === 'inspector' && county !== null && INSPECTORS[county]) || NAMES[role]
  const username = ['demo', role.toLowerCase(), ...(county === null ? [] : [county])].join('-')
  const ending = `${ROLES.indexOf(role)}`.padStart(6, '0') + (county ?? '').padStart(6, '0')
  return { id: `d0000000-0000-4000-8000-${ending}`, username, name, role, county }
}

/** Those there are before anybody has signed in: whom a visit may name. */
export const demonstrationInspectors = (): DemonstrationAccount[] => [
  ...Object.keys(INSPECTORS).map(county => demonstrationAccount('inspector', county)),
  demonstrationAccount('cityOffice'),
]
