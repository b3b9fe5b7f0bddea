/** What every form of an act says around its fields. */
export const actForm = {
  cancel: '取消',
  anyway: '仍然保存',
  again: '看过变化，仍然保存',
  keys: '{{submit}}（Ctrl+Enter）',
  doubts: '有疑点，请核对；确实如此可以仍然保存，疑点会记在项目上。',
  waits: '照片还在上传，传完自动提交。',
  broken: '有照片没有传上，请重传或去掉。',
} as const
