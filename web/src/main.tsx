import './app/zod-jitless.ts'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import './app/tokens.css'
import './app/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { seedSession } from './app/initial-data.ts'
import { Providers } from './app/providers.tsx'
import { createQueryClient } from './app/query-client.ts'
import { router } from './app/router.tsx'
import { preferredLanguage } from './i18n/language.ts'
import { createTranslator, loadLanguage } from './i18n/setup.ts'

async function start(): Promise<void> {
  const language = preferredLanguage(location.search)
  const translator = createTranslator('zh-CN')
  if (language !== 'zh-CN') {
    await loadLanguage(translator, language)
    await translator.changeLanguage(language)
  }
  document.documentElement.lang = language
  const queries = createQueryClient()
  await seedSession(queries)
  // Matched before the first render, so that the numbers the server wrote are never taken away again.
  await router.load()
  const root = createRoot(document.getElementById('root')!)
  // A task of its own, and drawn in slices: the page answers a hand that is already there.
  await new Promise(resolve => setTimeout(resolve))
  startTransition(() =>
    root.render(
      <StrictMode>
        <Providers translator={translator} queries={queries}>
          <RouterProvider router={router} />
        </Providers>
      </StrictMode>,
    ),
  )
}

void start()
