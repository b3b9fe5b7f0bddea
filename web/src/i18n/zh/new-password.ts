export const newPassword = {
  password: '新密码',
  again: '再输一次新密码',
  show: '显示密码',
  rules: {
    label: '密码要求',
    length: '至少 {{n}} 个字符，最多 {{most}} 个',
    names: '不含用户名、姓名或县名',
    common: '不是常见的密码，提交时核对',
    met: '已满足',
    unmet: '未满足',
  },
  different: '两次输入的密码不一样。',
  notYet: '还不符合下面的要求。',
} as const
