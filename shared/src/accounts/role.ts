import { z } from 'zod'

/** What an account is for. A `county` works for one county; an `inspector` has a home county it never inspects. */
export const ROLES = ['leader', 'cityOffice', 'county', 'inspector', 'systemAdmin', 'auditor'] as const
export type Role = (typeof ROLES)[number]
// Marked pure, so that a reader of the lists alone does not carry the schema library along.
export const roleSchema = /* @__PURE__ */ z.enum(ROLES)

/** Roles that name a county: their own, or the home of an inspector. */
export const ROLES_WITH_COUNTY: readonly Role[] = ['county', 'inspector']
/** Roles on which a second factor is pressed, the demonstration excepted. */
export const ROLES_WITH_SECOND_FACTOR: readonly Role[] = ['systemAdmin', 'cityOffice']
/** Roles that may stay signed in on one device. */
export const ROLES_THAT_MAY_STAY: readonly Role[] = ['leader']
/** Roles that may be given the right to enter funds. */
export const ROLES_WITH_FINANCE: readonly Role[] = ['cityOffice', 'county']

/** Who a request may come from: nobody known, the wall screen's link, or an account by its role. */
export const PRINCIPALS = ['anonymous', 'wall', ...ROLES] as const
export type Principal = (typeof PRINCIPALS)[number]
