import { type FileTask, type FileVerdict, inspectFile } from './inspect-file.ts'

export type WorkerAnswer = { verdict: FileVerdict } | { failure: string }

const answer = (message: WorkerAnswer) => process.send?.(message)

// Stops with its parent, and not before: a signal meant for that is none for this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit(0))
process.on('message', (task: FileTask) => {
  inspectFile(task).then(
    verdict => answer({ verdict }),
    error => answer({ failure: String(error) }),
  )
})
