import { type Stage, stageOrder } from '../plan/stage.ts'
import type { DocumentKind } from './evidence.schema.ts'

/** What the plan asks to be on record: a timetable and a roadmap once work may start (P4), papers as the stages come. */
const DUE_DOCUMENTS: readonly { kind: DocumentKind; from: Stage }[] = [
  { kind: 'sitingPapers', from: 'sited' },
  { kind: 'timetable', from: 'started' },
  { kind: 'roadmap', from: 'started' },
  { kind: 'contract', from: 'started' },
  { kind: 'acceptanceForm', from: 'accepted' },
]

/** The papers a centre has to have once it has reached a stage. */
export const dueDocuments = (stage: Stage): DocumentKind[] =>
  DUE_DOCUMENTS.filter(({ from }) => stageOrder(stage) >= stageOrder(from)).map(({ kind }) => kind)
