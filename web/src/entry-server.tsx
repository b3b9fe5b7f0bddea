import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { Header, PAGE_PATHS, type Page } from './app/header.tsx'
import type { InitialData } from './app/initial-data.ts'
import boardClasses from './features/board/board.module.css'
import { Strip } from './features/board/strip/strip.tsx'
import { resources as en } from './i18n/en/resources.ts'
import { createTranslator } from './i18n/setup.ts'

export type ShellData = Pick<InitialData, 'plan' | 'summary' | 'previousSummary' | 'lang'>

const renderLink = (page: Page, label: string, current: boolean) => (
  <a href={PAGE_PATHS[page]} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
)

const nothing = () => {}

/**
 * The header and the strip of numbers as HTML, for the first paint of the board. The same components draw them again
 * in the browser, in the same places.
 */
export function renderShell({ plan, summary, previousSummary, lang }: ShellData): string {
  const translator = createTranslator(lang, { en })
  return renderToString(
    <I18nextProvider i18n={translator}>
      <Header plan={plan} asOf={summary.asOf} page="board" renderLink={renderLink} />
      <main>
        <div className={boardClasses.board}>
          <Strip plan={plan} summary={summary} previous={previousSummary} filter={{}} onFilter={nothing} />
        </div>
      </main>
    </I18nextProvider>,
  )
}
