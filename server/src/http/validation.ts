import type { z } from '@hono/zod-openapi'
import { problem } from './problem.ts'

type Issue = z.core.$ZodIssue
interface Checked {
  target: string
  success: boolean
  error?: { issues: readonly Issue[] }
}

const pointer = (target: string, path: readonly PropertyKey[]) =>
  `/${[target, ...path.map(String)].map(part => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

function faultsOf(target: string, issue: Issue) {
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer: pointer(target, issue.path), code: issue.code, message: issue.message }]
  return issue.keys.map(key => ({
    pointer: pointer(target, [...issue.path, key]),
    code: 'unknownParameter',
    message: `${key}: unknown`,
  }))
}

/** Turns a failed validation into a problem that points at each thing that is wrong. */
export function refuseInvalid(checked: Checked): Response | undefined {
  if (checked.success || !checked.error) return undefined
  const errors = checked.error.issues.flatMap(issue => faultsOf(checked.target, issue))
  const unknown = errors.every(error => error.code === 'unknownParameter')
  return problem({
    code: unknown ? 'unknownParameter' : 'invalidParameter',
    detail: `请求参数有误：${errors.map(error => error.pointer).join('、')}。 / Check the parameters named in errors.`,
    errors,
  })
}
