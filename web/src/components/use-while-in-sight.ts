import { useCallback, useEffect, useState } from 'react'

/** Whether an element can be seen, away from `margin` of the window; on paper everything can. Give `ref` to the element. */
export function useInSight(margin = '0px') {
  const [element, ref] = useState<Element | null>(null)
  const [inSight, setInSight] = useState(false)
  useEffect(() => {
    if (!element) return
    const observer = new IntersectionObserver(entries => setInSight(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: margin,
    })
    const print = () => setInSight(true)
    observer.observe(element)
    addEventListener('beforeprint', print)
    return () => {
      observer.disconnect()
      removeEventListener('beforeprint', print)
    }
  }, [element, margin])
  return { ref: useCallback((next: Element | null) => ref(next), []), inSight }
}

/**
 * The value as it was when its place was last in sight, `undefined` before: what is costly to draw is drawn for a
 * reader who can see it.
 */
export function useWhileInSight<T>(value: T): { ref: (element: Element | null) => void; seen: T | undefined } {
  const { ref, inSight } = useInSight()
  const [seen, setSeen] = useState<T>()
  if (inSight && seen !== value) setSeen(() => value)
  return { ref, seen }
}
