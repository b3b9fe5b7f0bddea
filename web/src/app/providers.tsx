import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { styleNonce } from './nonce.ts'
import { theme } from './theme.ts'

interface ProvidersProps {
  translator: i18n
  queries: QueryClient
  children: ReactNode
}

export function Providers({ translator, queries, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={translator}>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
          {children}
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
