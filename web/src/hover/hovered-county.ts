import { createHoverStore } from './hover-store.ts'

export const countyHover = createHoverStore()
