import { describe, expect, it } from 'vitest'
import { parseTsv, toTsv } from './tsv.ts'

describe('a pasted block', () => {
  it('is cells by tabs and rows by line ends of any kind', () => {
    expect(parseTsv('甲\t乙\r\n丙\t丁\r\n')).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
    expect(parseTsv('甲\n\n乙')).toEqual([['甲'], [''], ['乙']])
  })

  it('keeps empty cells at either end', () => {
    expect(parseTsv('\t甲\t')).toEqual([['', '甲', '']])
    expect(parseTsv('')).toEqual([['']])
  })

  it('takes a quoted cell whole, line ends, tabs and quotes within', () => {
    expect(parseTsv('"第一行\n第二行"\t"说""好"""\n尾')).toEqual([['第一行\n第二行', '说"好"'], ['尾']])
  })

  it('leaves a text alone that only begins with a quote', () => {
    expect(parseTsv('"未完\t乙')).toEqual([['"未完', '乙']])
    expect(parseTsv('"甲"村\t乙')).toEqual([['"甲"村', '乙']])
  })

  it('comes back as it went', () => {
    const block = [
      ['a\tb', '说"好"'],
      ['', '两\n行'],
    ]
    expect(parseTsv(toTsv(block))).toEqual(block)
  })
})
