import type { Page } from 'playwright'

declare global {
  interface Window {
    reportViolation: (text: string) => void
  }
}

/** Reports console errors, uncaught errors, failed own requests, CSP violations and requests off the own origin. */
export async function watchPage(page: Page, origin: string, report: (complaint: string) => void): Promise<void> {
  page.on('console', message => {
    if (message.type() === 'error') report(`console: ${message.text()}`)
  })
  page.on('pageerror', error => report(`uncaught: ${error.message}`))
  page.on('request', request => {
    const { protocol, origin: to } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && to !== origin) report(`off the own origin: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 500) report(`${response.status()}: ${response.url()}`)
  })
  await page.exposeFunction('reportViolation', report)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      window.reportViolation(`CSP ${event.violatedDirective}: ${event.blockedURI}`)
    })
  })
}
