import type { Translation } from '../translation.ts'
import type { evidence as zh } from '../zh/evidence.ts'

export const evidence: Translation<typeof zh> = {
  photos: 'Photos',
  photosNone: 'No photos yet.',
  noStage: 'No stage stated',
  open: '{{stage}}, {{name}}, enlarge',
  of: '{{n}} of {{all}}',
  previous: 'Previous',
  next: 'Next',
  keys: '← → for another, Esc closes',
  taken: 'Taken {{time}}',
  notTaken: 'The photo tells no time or place. That is common and no fault.',
  added: 'added {{time}} by {{by}}',
  distance: 'about {{n}} m from the site',
  hint: {
    far: 'Taken about {{metres}} m from the site: see whether it belongs to this centre.',
    shifted: 'Taken about {{metres}} m from the site, as another datum (GCJ-02) would put it; not necessarily wrong.',
    reused: '{{centre}} has the same photo.',
    otherDay: 'Taken on {{takenOn}}, reported for {{reportedOn}}.',
  },
  documents: 'Documents',
  missing: 'Not there',
  missingNow: 'Due and missing',
  preview: 'Show {{kind}}: {{name}}',
  download: 'Open in a new window',
  kind: {
    timetable: 'Timetable',
    roadmap: 'Roadmap',
    contract: 'Contract',
    sitingPapers: 'Siting papers',
    acceptanceForm: 'Acceptance form',
    countyPlan: 'County plan',
    countyMeasures: 'County measures',
  },
}
