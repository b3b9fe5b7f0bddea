const BRACKETS: Record<string, string> = { '【': '(', '〔': '(', '[': '(', '】': ')', '〕': ')', ']': ')' }

/** Full-width forms made half-width, brackets unified, spaces and line breaks removed, lower case. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[【〔[\]】〕]/g, bracket => BRACKETS[bracket] as string)
    .toLowerCase()
}

/** A township for comparison: 街道 = 街道办事处. */
export function townKey(town: string): string {
  return plainKey(town).replace(/街道办(事处)?$/, '街道')
}

/** A village for comparison: 村 = 村委会 = 村民委员会, 社区 = 社区居委会. */
export function villageKey(village: string): string {
  return plainKey(village)
    .replace(/村?村(民委员会|委员会|委会村?|民委会|委)$/, '村')
    .replace(/社区居?(民委员会|委会|民委会)$/, '社区')
}

/** A village for a look in the gazetteer, where the name alone decides: 前坡 = 前坡村 = 前坡村委会. */
export function villageStem(village: string): string {
  return villageKey(village).replace(/村$/, '')
}
