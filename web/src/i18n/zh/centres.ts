export const centres = {} as const
