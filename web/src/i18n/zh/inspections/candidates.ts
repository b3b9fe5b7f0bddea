export const candidates = {} as const
