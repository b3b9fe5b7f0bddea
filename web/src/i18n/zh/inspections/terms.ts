export const terms = {
  kind: { routine: '日常检查', special: '专项督查', randomDraw: '双随机抽查', unannounced: '四不两直' },
  severity: { general: '一般', larger: '较大', major: '重大' },
  result: { pass: '合格', fail: '不合格', notApplicable: '不适用', notReached: '未到检查阶段' },
  found: { open: '有人在', nobodyThere: '无人在场', closed: '大门锁闭' },
  plate: { present: '已挂', missing: '未挂', notYet: '未到挂牌时' },
  visitState: { planned: '待检查', recorded: '已检查', cancelled: '已取消' },
  source: { visit: '现场检查', spot: '日常发现', order: '领导交办' },
  state: {
    found: '发现',
    assigned: '已交办',
    rectifying: '整改中',
    closingRequested: '申请销号',
    rechecking: '复核中',
    returned: '退回',
    closed: '已销号',
    withdrawn: '已撤销',
  },
} as const
