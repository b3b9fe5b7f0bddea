// Collects the web vitals as browsers define them; it runs in the page before anything else.
window.vitals = { lcpMs: 0, lcpElement: '', cls: 0, eventMs: [], longTasksMs: [] }

function observe(type, each, options = {}) {
  new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options })
}

observe('largest-contentful-paint', ({ startTime, element }) => {
  window.vitals.lcpMs = startTime
  window.vitals.lcpElement = element === null ? '' : `${element.tagName} ${element.textContent.slice(0, 30)}`
})
observe('layout-shift', ({ value, hadRecentInput }) => {
  if (!hadRecentInput) window.vitals.cls += value
})
observe(
  'event',
  ({ interactionId, duration }) => {
    if (interactionId > 0) window.vitals.eventMs.push(duration)
  },
  { durationThreshold: 16 },
)
observe('longtask', ({ duration }) => window.vitals.longTasksMs.push(duration))
