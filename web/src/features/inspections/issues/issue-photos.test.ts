import { expect, test } from 'vitest'
import { createPhoto } from '../../../../../test/factories/evidence.ts'
import { createIssueDetail, createMoveMade, idOf } from '../../../../../test/factories/issues.ts'
import { beforeAndAfter } from './issue-photos.ts'

const photo = (n: number) => createPhoto({ id: idOf(n) })
const ids = (photos: readonly { id: string }[]) => photos.map(({ id }) => id)

test('what was found and found again stands before, how the county left it after, the latest first', () => {
  const issue = createIssueDetail({
    photoIds: [idOf(1)],
    moves: [
      createMoveMade({ move: 'requestClosing', photoIds: [idOf(2)] }),
      createMoveMade({ move: 'return', photoIds: [idOf(3)] }),
      createMoveMade({ move: 'findAgain', photoIds: [idOf(4)] }),
      createMoveMade({ move: 'requestClosing', photoIds: [idOf(5)] }),
    ],
  })
  const { before, after } = beforeAndAfter(issue, [1, 2, 3, 4, 5].map(photo))
  expect(ids(before)).toEqual([idOf(1), idOf(4)])
  expect(ids(after)).toEqual([idOf(5), idOf(2)])
})

test('a photo that was withdrawn, or is the one of the finding, does not stand for the rectification', () => {
  const moves = [createMoveMade({ move: 'requestClosing', photoIds: [idOf(1), idOf(2), idOf(3)] })]
  const { before, after } = beforeAndAfter(createIssueDetail({ photoIds: [idOf(1)], moves }), [photo(1), photo(3)])
  expect(ids(before)).toEqual([idOf(1)])
  expect(ids(after)).toEqual([idOf(3)])
})
