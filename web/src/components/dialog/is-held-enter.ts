import type { KeyboardEvent } from 'react'

/** Enter held down: it opens what it was pressed on, and neither sends that nor goes on to the next. */
export const isHeldEnter = ({ key, repeat, target }: KeyboardEvent): boolean =>
  key === 'Enter' && repeat && !(target instanceof HTMLTextAreaElement)
