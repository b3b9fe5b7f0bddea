import type { Translation } from '../translation.ts'
import type { common as zh } from '../zh/common.ts'

export const common: Translation<typeof zh> = {
  nav: { label: 'Main', board: 'Progress', centres: 'Centres' },
  demonstration: 'Demonstration data (invented)',
  asOf: 'As of {{date}}',
  language: '中文',
  languageLabel: '切换为中文',
  scheme: { toDark: 'Switch to dark', toLight: 'Switch to light' },
  skip: 'Skip to content',
  light: { red: 'Behind', yellow: 'At risk', green: 'On track', blue: 'Operating', plain: 'Not yet sited' },
  verification: {
    verified: 'Verified',
    reportedOnly: 'Not verified',
    disputed: 'Disputed',
    none: 'No report',
  },
  overlay: { suspended: 'Suspended', relocating: 'Relocating' },
  justified: 'Approved delay',
  basis: { label: 'Basis', reported: 'Reported', verified: 'Verified' },
  error: {
    title: 'This page could not be shown',
    load: 'The data could not be read.',
    network: 'The server cannot be reached. Check the network and try again.',
    asOfInFuture: 'That day has not come yet. Choose an earlier one.',
    retry: 'Try again',
    home: 'Back to progress',
    notFound: 'There is no such page',
  },
  loading: 'Loading',
  count: '{{n}}',
  wan: '10k yuan',
  table: 'Show table',
  chart: 'Show chart',
  export: 'Export',
  close: 'Close',
  none: '—',
}
