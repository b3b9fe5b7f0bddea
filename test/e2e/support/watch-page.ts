import type { Page } from 'playwright'

declare global {
  interface Window {
    reportViolation: (text: string) => void
  }
}

/** Reports console errors, uncaught errors, refused and failed requests, CSP violations, requests off the own origin. */
export async function watchPage(page: Page, origin: string, report: (complaint: string) => void): Promise<void> {
  page.on('console', message => {
    const named = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !named) report(`console: ${message.text()}`)
  })
  page.on('pageerror', error => report(`uncaught: ${error.message}`))
  page.on('request', request => {
    const { protocol, origin: to } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && to !== origin) report(`off the own origin: ${request.url()}`)
  })
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') report(`${why}: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`)
  })
  await page.exposeFunction('reportViolation', report)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      window.reportViolation(`CSP ${event.violatedDirective}: ${event.blockedURI}`)
    })
  })
}
