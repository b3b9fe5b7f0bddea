import { expect, test } from 'vitest'
import { createDetail } from '../../../../../test/factories/board.ts'
import { createPhoto } from '../../../../../test/factories/evidence.ts'
import { photosOfIssue } from './issue-photos.ts'

const entry = {
  date: '2018-07-20',
  recordedAt: '2018-07-20T02:00:00.000Z',
  recordedBy: '市督查组',
  origin: 'entry',
} as const
const [crack, filled, other] = ['a', 'b', 'c'].map(end =>
  createPhoto({ id: `00000000-0000-4000-8000-00000000000${end}` }),
)

test('what was found stands before, what was done about it after, and photos of other issues nowhere', () => {
  const centre = createDetail({
    photos: [crack, filled, other].flatMap(photo => photo ?? []),
    history: [
      { ...entry, id: 'one', kind: 'issueRaised', body: { photoIds: [crack?.id] } },
      { ...entry, id: 'two', kind: 'issueRaised', body: { photoIds: [other?.id] } },
      {
        ...entry,
        id: 'm',
        kind: 'issueMoved',
        body: { issueId: 'one', move: 'requestClosing', photoIds: [filled?.id] },
      },
    ],
  })
  expect(photosOfIssue(centre, 'one')).toEqual({ before: [crack], after: [filled] })
})
