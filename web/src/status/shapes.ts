/** The five shapes of a light in a 16 × 16 box: outline, the core left white, and hatching drawn inside the outline. */
export const SHAPES = {
  green: {
    outline: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
    core: 'M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z',
    hatch: 'M4.1 11.9L11.9 4.1M7.1 13.4L13.4 7.1M2.6 8.9L8.9 2.6',
  },
  yellow: {
    outline: 'M8 1.8L14.6 13.4H1.4z',
    core: 'M8 6.6L10.7 11.2H5.3z',
    hatch: 'M2.8 13.2L10.2 5.8M7.3 13.2L11.8 8.7M11.8 13.2L13.5 11.5M5.6 6.2L8.7 3.1',
  },
  red: {
    outline: 'M3 3h10v10H3z',
    core: 'M6 6h4v4H6z',
    hatch: 'M3 13L13 3M3 8.5L8.5 3M7.5 13L13 7.5',
  },
  blue: {
    outline: 'M8 1.2L14.8 8L8 14.8L1.2 8z',
    core: 'M8 5L11 8L8 11L5 8z',
    hatch: 'M4.6 11.4L11.4 4.6M6.4 13.2L13.2 6.4M2.8 9.6L9.6 2.8',
  },
  plain: {
    outline: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
    core: '',
    hatch: 'M4.5 11.5L11.5 4.5M7.4 12.8L12.8 7.4M3.2 8.6L8.6 3.2',
  },
} as const

export type MarkShape = keyof typeof SHAPES

/** How a mark is filled: verified is solid, only reported has a white core, an overlay or approved delay is hatched. */
export type MarkFill = 'solid' | 'cored' | 'hatched'

export interface Mark {
  shape: MarkShape
  fill: MarkFill
}
