import type { Page } from 'playwright'

/** All that a form says: each value, each pressed button, how many pictures there are. */
export const filledIn = (page: Page) =>
  page.evaluate(() => {
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(`main ${selector}`)]
    const fields = all<HTMLInputElement>('input:not([type=file]), main textarea, main select')
    return {
      values: fields.map(field => (field.type === 'checkbox' ? `${field.checked}` : field.value)),
      pressed: all('[aria-pressed]').map(button => `${button.textContent} ${button.getAttribute('aria-pressed')}`),
      pictures: all('form img').length,
    }
  })

/** Controls in sight or by scrolling that are too small for a thumb. */
export const smallTargets = (page: Page, least = 44) =>
  page.evaluate(least => {
    const dialog = document.querySelector('dialog[open]')
    const controls = [
      ...(dialog ?? document.querySelector('main') ?? document.body).querySelectorAll<HTMLElement>(
        'button, a[href], input:not([hidden]), select, textarea, summary',
      ),
    ]
    return controls.flatMap(control => {
      const { width, height } = control.getBoundingClientRect()
      const isShown = width > 0 && height > 0
      const what = control.getAttribute('aria-label') ?? control.textContent ?? control.tagName
      return isShown && (width < least || height < least) ? [`${what} ${width} × ${height}`] : []
    })
  }, least)
