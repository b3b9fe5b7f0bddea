import type { Locator, Page } from 'playwright'

/** Presses Tab until the element has the focus; fails where the keyboard never gets there. */
export async function tabTo(page: Page, wanted: Locator, atMost = 200): Promise<void> {
  for (let presses = 0; presses < atMost; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluateAll(elements => elements.includes(document.activeElement as HTMLElement))) return
  }
  throw new Error(`not reached by ${atMost} presses of Tab: ${wanted}`)
}
