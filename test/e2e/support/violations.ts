import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds wrong, one line a rule and place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => (await window.axe.run({ resultTypes: ['violations'] })).violations)
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
}
