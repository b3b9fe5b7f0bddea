import { expect, test } from 'vitest'
import { dueDocuments } from './due-documents.ts'

test('papers fall due as the stages come', () => {
  expect(dueDocuments('proposed')).toEqual([])
  expect(dueDocuments('approved')).toEqual(['sitingPapers'])
  expect(dueDocuments('started')).toEqual(['sitingPapers', 'timetable', 'roadmap', 'contract'])
  expect(dueDocuments('accepted')).toContain('acceptanceForm')
})
