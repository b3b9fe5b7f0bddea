import { MantineProvider } from '@mantine/core'
import { type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach } from 'vitest'
import { createTranslator } from '../i18n/setup.ts'
import '../app/tokens.css'
import '../app/base.css'

const shown: { root: Root; element: HTMLElement }[] = []

afterEach(() => {
  for (const { root, element } of shown.splice(0)) {
    root.unmount()
    element.remove()
  }
})

/** Draws a part of the page in Chinese, strictly, until the test ends. */
export function show(children: ReactNode): HTMLElement {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  shown.push({ root, element })
  root.render(
    <StrictMode>
      <I18nextProvider i18n={createTranslator('zh-CN')}>
        <MantineProvider>{children}</MantineProvider>
      </I18nextProvider>
    </StrictMode>,
  )
  return element
}
