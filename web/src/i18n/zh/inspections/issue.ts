export const issue = {} as const
