import type { Manifest } from './manifest.ts'

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

/** What an archive holds, in a line. */
export function sizeLine({ programme, recordSeq, audit, entries }: Manifest, bytes: number): string {
  const files = entries.filter(({ path }) => path.startsWith('evidence/')).length
  return (
    `${programme.title}：记录 ${recordSeq} 条，审计 ${audit.seq} 条，照片与文件 ${files} 份，${megabytes(bytes)} MB / ` +
    `${recordSeq} records, ${audit.seq} rows of audit, ${files} photos and documents, ${megabytes(bytes)} MB`
  )
}
