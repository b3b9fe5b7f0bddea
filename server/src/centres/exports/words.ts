import type { LightColour, VerificationClass } from '@lvliang/shared/centres/centre.schema'
import type { BUILDS } from '@lvliang/shared/centres/record.schema'
import type { FundKind } from '@lvliang/shared/plan/plan.schema'

/** Words of the exported tables, which are Chinese as the offices' own are. */
export const LIGHT_WORDS: Record<LightColour, string> = { red: '滞后', yellow: '预警', green: '正常', blue: '已运营' }
export const BUILD_WORDS: Record<(typeof BUILDS)[number], string> = {
  newBuild: '新建',
  conversion: '改建',
  extension: '扩建',
}
export const VERIFICATION_WORDS: Record<VerificationClass, string> = {
  verified: '已核实',
  reportedOnly: '仅上报',
  disputed: '有异议',
  none: '未上报',
}
export const FUND_WORDS: Record<FundKind, string> = {
  issued: '下达',
  disbursed: '拨付',
  received: '到位',
  paid: '支付',
}

export const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否')
