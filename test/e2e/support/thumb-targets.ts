import type { Page } from 'playwright'

/**
 * What a finger has to hit and is smaller than 44 px. A box is as large as its label, and a link that leads where its
 * whole row leads is as large as the row; a link within a sentence is the sentence's.
 */
export const thumbTargets = (page: Page, least = 44) =>
  page.evaluate(least => {
    const root = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button, a[href], input:not([hidden]), select, textarea, summary'),
    ]
    const targetOf = (control: HTMLElement) => {
      if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type))
        return control.closest('label') ?? control
      if (control.matches('tr[data-index] a')) return control.closest('td, th') ?? control
      // The whole head of a column answers, not its words alone.
      return control.closest('thead th') ?? control
    }
    return controls.flatMap(control => {
      if (!control.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return []
      const { width, height } = targetOf(control).getBoundingClientRect()
      const isHidden = width <= 1 || height <= 1
      const what = control.getAttribute('aria-label') ?? control.textContent ?? control.tagName
      return !isHidden && (width < least || height < least) ? [`${what} ${width} × ${height}`] : []
    })
  }, least)
