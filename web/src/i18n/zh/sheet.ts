export const sheet = {
  keys: '方向键移动，直接输入或按 F2 修改，Enter 向下，Tab 向右，Ctrl+C、Ctrl+V 复制粘贴，Ctrl+D 向下填充，Ctrl+Z 撤销，Ctrl+Enter 打开项目；按 Esc 再按 Tab 离开表格',
  skipped: '有 {{n}} 个单元格不能修改，已跳过。',
  answerKey: 'Alt+Enter',
} as const
