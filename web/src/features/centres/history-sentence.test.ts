import { beforeAll, describe, expect, test } from 'vitest'
import { createTranslator, loadLanguage } from '../../i18n/setup.ts'
import { historySentence } from './history-sentence.ts'

const names = {
  stage: (id: string) => `<${id}>`,
  milestone: (id: string) => `<${id}>`,
  source: (id: string) => `<${id}>`,
}
const translator = createTranslator('zh-CN')
const zh = translator.getFixedT('zh-CN', 'centres')
const en = translator.getFixedT('en', 'centres')

beforeAll(() => loadLanguage(translator, 'en'))

describe('a record as a sentence', () => {
  test('names the stage reported and keeps the note', () => {
    const record = { kind: 'stageReported', body: { stage: 'started', note: '已放线' } } as const
    expect(historySentence(record, zh, names)).toBe('上报<started>；备注：已放线')
    expect(historySentence(record, en, names)).toBe('Reported: <started>; note: 已放线')
  })

  test('tells a confirmed, a disputed and a missing stage apart', () => {
    const verified = (body: object) =>
      historySentence({ kind: 'stageVerified', body: { stage: 'foundation', ...body } }, zh, names)
    expect(verified({ recognisedOn: '2018-06-27', disputes: false })).toBe(
      '检查核实<foundation>，认定完成日期 2018-06-27',
    )
    expect(verified({ recognisedOn: '2018-07-02', disputes: true })).toBe(
      '检查对<foundation>有异议，认定完成日期 2018-07-02',
    )
    expect(verified({ recognisedOn: null, disputes: true })).toBe('检查未见<foundation>，不予认定')
  })

  test('says money in 万元 with its document, and a reversal as such', () => {
    const body = { source: 'municipalBudget', kind: 'paid', amountFen: 1_000_000, documentNo: '财〔2018〕1号' }
    expect(historySentence({ kind: 'fundEntry', body }, zh, names)).toBe(
      '<municipalBudget>支付 1.00 万元；文号 财〔2018〕1号',
    )
    expect(historySentence({ kind: 'fundEntry', body: { ...body, reverses: 'x' } }, en, names)).toBe(
      '<municipalBudget>: 1.00 × 10,000 yuan paid reversed; document 财〔2018〕1号',
    )
  })

  test('lists the facts stated and the ones withdrawn', () => {
    const facts = { village: '王家沟', meals: true, builder: null, planned: { started: '2018-05-20' } }
    expect(historySentence({ kind: 'facts', body: { facts } }, zh, names)).toBe(
      '登记：建设村 王家沟，供餐 是，撤回施工单位，自定计划：<started> 2018-05-20',
    )
  })

  test('gives a relocation its village and new due days', () => {
    const body = { facts: { village: '新村' }, dueDays: { mainStructure: '2018-10-31' } }
    expect(historySentence({ kind: 'relocationAgreed', body }, zh, names)).toBe(
      '同意调整，建设村改为新村；<mainStructure>时限改为 2018-10-31',
    )
  })
})
