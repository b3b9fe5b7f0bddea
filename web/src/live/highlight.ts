const FADES_MS = 2400
/** Time for the page to draw what it has read. */
const DRAWN_AFTER_MS = 250

/** A row of a table or a marker of the map that shows a centre. */
function elementsOf(code: string): Element[] {
  const links = document.querySelectorAll(`tr a[href*="/centres/${CSS.escape(code)}"]`)
  const rows = [...links].flatMap(link => link.closest('tr') ?? [])
  return [...new Set(rows), ...document.querySelectorAll(`[data-centre="${CSS.escape(code)}"]`)]
}

function flash(element: Element): void {
  const colour = getComputedStyle(element).getPropertyValue('--accent') || 'Highlight'
  const glow = `color-mix(in srgb, ${colour} 26%, transparent)`
  element.animate([{ backgroundColor: glow, boxShadow: `0 0 0 3px ${glow}` }, {}], {
    duration: FADES_MS,
    easing: 'ease-in',
  })
}

/** Shows for a moment where on the page centres changed; not to those who want less motion. */
export function highlight(codes: readonly string[]): void {
  if (codes.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  setTimeout(() => {
    for (const code of codes) elementsOf(code).forEach(flash)
  }, DRAWN_AFTER_MS)
}
