import type { Problem, Severity } from '@lvliang/shared/register/problem'
import type { LoadRequest, LoadResult } from './load.service.ts'

const HEADINGS: Record<Severity, string> = {
  error: '错误 errors',
  doubt: '疑点 doubts',
  note: '提示 notes',
}

/** Notes of one kind beyond these are counted: thousands of them would hide the rest. Errors and doubts never are. */
const NOTES_SHOWN = 10

function placeOf({ row, column, cell, value }: Problem): string {
  if (row === null) return '文件 file'
  const name = column === '' ? '' : `「${column}」`
  const where = cell === '' ? '' : `(${cell}) `
  return `第 ${row} 行 row ${row}${name}${where}“${value}”`
}

function lineOf(problem: Problem): string {
  const { message, right } = problem
  const zh = right.zh === '' ? message.zh : `${message.zh}。应为：${right.zh}`
  const en = right.en === '' ? message.en : `${message.en}; right: ${right.en}`
  return `  ${placeOf(problem)}：${zh}\n      ${en} [${problem.code}]`
}

function section(severity: Severity, problems: readonly Problem[]): string[] {
  const own = problems.filter(problem => problem.severity === severity)
  if (own.length === 0) return []
  const shown = severity === 'note' ? own.filter(isAmongFirst()) : own
  const rest = own.length - shown.length
  return [
    '',
    `${HEADINGS[severity]} (${own.length})`,
    ...shown.map(lineOf),
    ...(rest > 0 ? [`  ……另有 ${rest} 条同类提示 / ${rest} more of the same kinds`] : []),
  ]
}

function isAmongFirst() {
  const counts = new Map<string, number>()
  return ({ code }: Problem) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= NOTES_SHOWN
  }
}

function verdict({ outcome, problems, rows, written }: LoadResult, request: LoadRequest): string[] {
  const count = (severity: Severity) => problems.filter(problem => problem.severity === severity).length
  const [errors, doubts] = [count('error'), count('doubt')]
  const changes =
    written.records + written.newSlots === 0
      ? ['没有变化 / nothing changes']
      : [
          `新增记录 ${written.records} 条，涉及 ${written.changedCentres} 个项目，新建编号 ${written.newSlots} 个`,
          `${written.records} records on ${written.changedCentres} centres, ${written.newSlots} new slots`,
        ]
  if (outcome === 'clean')
    return ['', `试运行通过：${rows} 行，未写入 / dry run clean: ${rows} rows, nothing written`, ...changes]
  if (outcome === 'loaded') return ['', `已载入 ${rows} 行 / loaded ${rows} rows`, ...changes]
  return [
    '',
    `未载入：${errors} 处错误，${doubts} 处疑点；没有写入任何数据`,
    `Refused: ${errors} errors, ${doubts} doubts; nothing was written`,
    ...(errors === 0 && !request.acceptsAnomalies
      ? ['疑点核实无误后，可加 --accept-anomalies 载入 / add --accept-anomalies to load doubts with a badge']
      : []),
  ]
}

/** The whole outcome of a load as lines to print. */
export function reportLines(result: LoadResult, request: LoadRequest): string[] {
  const sections = (['error', 'doubt', 'note'] as const).flatMap(severity => section(severity, result.problems))
  return [...sections, ...verdict(result, request)]
}
