/** An HTML page with holes: what differs from answer to answer. */
export interface PageParts {
  nonce: string
  lang: string
  appHtml: string
  initialData: unknown
}

const NONCE = '__CSP_NONCE__'
const APP = '<!--app-html-->'
const DATA = '<!--initial-data-->'

/** JSON that cannot end the script element it stands in. */
const scriptJson = (value: unknown) =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

const dataElement = (value: unknown) =>
  value === undefined ? '' : `<script type="application/json" id="initial-data">${scriptJson(value)}</script>`

/** Fills the holes of a built page. */
export function fillPage(template: string, { nonce, lang, appHtml, initialData }: PageParts): string {
  const [head = '', afterApp = ''] = template.split(APP)
  const [middle = '', tail = ''] = afterApp.split(DATA)
  const named = (text: string) => text.replaceAll(NONCE, nonce).replace('<html lang="zh-CN"', `<html lang="${lang}"`)
  return `${named(head)}${appHtml.replaceAll(NONCE, nonce)}${named(middle)}${dataElement(initialData)}${named(tail)}`
}
