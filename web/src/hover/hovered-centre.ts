import { createHoverStore } from './hover-store.ts'

export const centreHover = createHoverStore()

export const setHoveredCentre = centreHover.set
