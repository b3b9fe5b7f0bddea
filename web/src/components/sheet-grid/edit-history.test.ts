import { expect, it } from 'vitest'
import { NO_HISTORY, redo, remembered, undo } from './edit-history.ts'

const step = (from: string, to: string) => ({
  made: [{ rowKey: 'r', columnId: 'c', text: to }],
  before: [{ rowKey: 'r', columnId: 'c', text: from }],
})
const history = remembered(remembered(NO_HISTORY, step('', '甲')), step('甲', '乙'))

it('undo goes back act by act, redo forward again', () => {
  const first = undo(history)
  expect(first?.changes[0]?.text).toBe('甲')
  const second = undo(first?.history ?? NO_HISTORY)
  expect(second?.changes[0]?.text).toBe('')
  expect(undo(second?.history ?? NO_HISTORY)).toBeNull()
  expect(redo(second?.history ?? NO_HISTORY)?.changes[0]?.text).toBe('甲')
})

it('a new act forgets what was undone', () => {
  const back = undo(history)?.history ?? NO_HISTORY
  expect(redo(remembered(back, step('甲', '丙')))).toBeNull()
})

it('a hundred acts are kept', () => {
  let long = NO_HISTORY
  for (let i = 0; i < 120; i++) long = remembered(long, step(`${i}`, `${i + 1}`))
  expect(long.done).toHaveLength(100)
  expect(undo(long)?.changes[0]?.text).toBe('119')
})
