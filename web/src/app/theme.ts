import { createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e3eef0',
  '#c9dee2',
  '#a2c7ce',
  '#79afb9',
  '#4f97a3',
  '#2d7d8a',
  '#0f6674',
  '#0c5561',
  '#0a454f',
  '#07353d',
]

export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  defaultRadius: 2,
  fontSizes: { xs: 'var(--text-12)', sm: 'var(--text-13)', md: 'var(--text-14)', lg: 'var(--text-17)' },
  respectReducedMotion: true,
})
