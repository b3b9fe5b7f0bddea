import { LARGEST_FILE } from '@lvliang/shared/evidence/evidence.schema'
import { DomainError, type ErrorCode } from '../errors.ts'

const LARGEST_MB = LARGEST_FILE / 1024 / 1024

/** Why a file is not taken, in words its sender can act on. */
const WORDS = {
  empty: ['photoUnreadable', '文件是空的。', 'The file is empty.'],
  broken: [
    'photoUnreadable',
    '图片不完整或已损坏，请重新导出后上传。',
    'The picture is incomplete or damaged: export it again.',
  ],
  animated: [
    'photoUnreadable',
    '不接受动态图片，请上传单张图片。',
    'Animated pictures are not taken: send a single one.',
  ],
  tooManyPixels: [
    'photoUnreadable',
    '图片超过 1.2 亿像素，请缩小后上传。',
    'The picture has more than 120 million pixels: make it smaller.',
  ],
  tooSlow: [
    'photoUnreadable',
    '图片解码用时过长，请重新导出后上传。',
    'The picture takes too long to decode: export it again.',
  ],
  foreign: [
    'photoUnsafe',
    '图片里夹带了其他文件或脚本，不能接受。',
    'The picture carries another file or a script within it and is not taken.',
  ],
  pdfEmpty: ['documentUnreadable', '文件是空的。', 'The file is empty.'],
  pdfTruncated: ['documentUnreadable', 'PDF 不完整，请重新导出后上传。', 'The PDF is incomplete: export it again.'],
  pdfEncrypted: ['documentUnreadable', 'PDF 已加密，请去掉密码后上传。', 'The PDF is encrypted: remove its password.'],
  pdfOpaque: [
    'documentUnsafe',
    'PDF 的结构无法检查，请用“打印为 PDF”重新生成。',
    'The PDF cannot be examined: print it to PDF again.',
  ],
  pdfActive: [
    'documentUnsafe',
    'PDF 含有脚本、附件或自动动作，请用“打印为 PDF”重新生成。',
    'The PDF holds scripts, attachments or actions of its own: print it to PDF again.',
  ],
  pdfForeign: [
    'documentUnsafe',
    'PDF 里夹带了其他文件，不能接受。',
    'The PDF carries another file within it and is not taken.',
  ],
} as const satisfies Record<string, readonly [ErrorCode, string, string]>

export type Flaw = keyof typeof WORDS

export function flawed(flaw: Flaw): DomainError {
  const [code, zh, en] = WORDS[flaw]
  return new DomainError(code, `${zh} / ${en}`, [{ pointer: '/body', code: flaw, message: `${zh} / ${en}` }])
}

export const tooLarge = () =>
  new DomainError('bodyTooLarge', `文件超过 ${LARGEST_MB} MB。 / The file is larger than ${LARGEST_MB} MB.`)

export function wrongType(takesPdf: boolean): DomainError {
  const types = takesPdf ? 'PDF, JPEG, PNG, WebP' : 'JPEG, PNG, WebP'
  return new DomainError('mediaTypeUnsupported', `只接受 ${types}。 / Only ${types} is taken.`)
}

export const otherType = (claimed: string, found: string) =>
  new DomainError(
    'mediaTypeUnsupported',
    `文件内容是 ${found}，却标为 ${claimed}。 / The file is ${found} but sent as ${claimed}.`,
  )

export const packed = () =>
  new DomainError(
    'mediaTypeUnsupported',
    '请直接发送文件，不要压缩。 / Send the file itself, without a content encoding.',
  )

export const brokenOff = () =>
  new DomainError('malformedRequest', '上传中断，请重试。 / The upload broke off: try again.')

export const tooSlow = () =>
  new DomainError('uploadTooSlow', '上传过慢，已停止，请重试。 / The upload was too slow and was stopped: try again.')

export const busy = () =>
  new DomainError(
    'uploadsBusy',
    '正在处理的文件太多，请稍后再试。 / Too many files are being taken in: try again soon.',
    {
      retryAfterSeconds: 5,
    },
  )

export const evidenceUnknown = () =>
  new DomainError('evidenceUnknown', '没有这份材料，或已撤回。 / There is no such file, or it was withdrawn.')

export const evidenceConflict = () =>
  new DomainError('evidenceConflict', '同一编号已用于其他内容。 / This id already stands for something else.')
