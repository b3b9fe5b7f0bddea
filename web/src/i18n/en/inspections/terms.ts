import type { Translation } from '../../translation.ts'
import type { terms as zh } from '../../zh/inspections/terms.ts'

export const terms: Translation<typeof zh> = {
  kind: { routine: 'Routine', special: 'Special', randomDraw: 'Random draw', unannounced: 'Unannounced' },
  severity: { general: 'General', larger: 'Serious', major: 'Major' },
  result: { pass: 'Pass', fail: 'Fail', notApplicable: 'Not applicable', notReached: 'Not yet reached' },
  found: { open: 'Somebody there', nobodyThere: 'Nobody there', closed: 'Locked' },
  plate: { present: 'In place', missing: 'Missing', notYet: 'Not yet due' },
  visitState: { planned: 'To come', recorded: 'Made', cancelled: 'Cancelled' },
  source: { visit: 'Site visit', spot: 'Seen by chance', order: "Leader's order" },
  state: {
    found: 'Found',
    assigned: 'Handed over',
    rectifying: 'Being rectified',
    closingRequested: 'Closing asked for',
    rechecking: 'Being rechecked',
    returned: 'Sent back',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
}
