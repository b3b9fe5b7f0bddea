// Collects the web vitals as browsers define them; it runs in the page before anything else.
window.vitals = { lcpMs: 0, lcpElement: '', cls: 0, eventMs: [], longTasksMs: [] }

function observe(type, each, options = {}) {
  new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options })
}

observe('largest-contentful-paint', ({ startTime, element }) => {
  window.vitals.lcpMs = startTime
  window.vitals.lcpElement = element === null ? '' : `${element.tagName} ${element.textContent.slice(0, 30)}`
})
// The worst session window: shifts less than 1 s apart, at most 5 s from the first.
const shifts = { sum: 0, first: 0, last: Number.NEGATIVE_INFINITY }
observe('layout-shift', ({ value, hadRecentInput, startTime }) => {
  if (hadRecentInput) return
  const joins = startTime - shifts.last < 1000 && startTime - shifts.first < 5000
  Object.assign(shifts, joins ? { sum: shifts.sum + value } : { sum: value, first: startTime })
  shifts.last = startTime
  window.vitals.cls = Math.max(window.vitals.cls, shifts.sum)
})
observe(
  'event',
  ({ interactionId, duration }) => {
    if (interactionId > 0) window.vitals.eventMs.push(duration)
  },
  { durationThreshold: 16 },
)
observe('longtask', ({ duration }) => window.vitals.longTasksMs.push(duration))
