/** Where on the page of the form each thing is. */
export const at = {
  kind: 'visit-kind',
  inspectors: 'visit-inspectors',
  companions: 'visit-companions',
  arrived: 'visit-arrived',
  position: 'visit-position',
  present: 'visit-present',
  found: 'visit-found',
  verified: 'visit-verified',
  plate: 'visit-plate',
  photos: 'visit-photos',
  notes: 'visit-notes',
  left: 'visit-left',
  item: (id: string) => `check-${id}`,
  finding: (id: string) => `finding-${id}`,
}

/** Brings a part of the form into sight and gives it the focus. */
export function goTo(place: string): void {
  const part = document.getElementById(place)
  const control = part?.querySelector<HTMLElement>('button:not(:disabled), input:not([hidden]), select, textarea')
  part?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
