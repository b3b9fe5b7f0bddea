import type { Me } from '@lvliang/shared/accounts/account.schema'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { Header, type Page } from './app/header.tsx'
import type { InitialData } from './app/initial-data.ts'
import boardClasses from './features/board/board.module.css'
import { Strip } from './features/board/strip/strip.tsx'
import { resources as en } from './i18n/en/resources.ts'
import { createTranslator } from './i18n/setup.ts'

export type ShellData = Required<Pick<InitialData, 'plan' | 'summary' | 'previousSummary' | 'lang'>> & {
  /** Left out: one who may see the board and nothing of the administration. */
  me?: Pick<Me, 'role' | 'may'>
}

const READER: Pick<Me, 'role' | 'may'> = { role: 'leader', may: ['listCentres'] }

const renderLink = (page: Page, label: string, current: boolean) => (
  <a href={page.path} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
)

const nothing = () => {}

/**
 * The header and the strip of numbers as HTML, for the first paint of the board. The same components draw them again
 * in the browser, in the same places. Without `me` the same bytes serve everybody who reads the board with an account.
 */
export function renderShell({ plan, summary, previousSummary, lang, me = READER }: ShellData): string {
  const translator = createTranslator(lang, { en })
  return renderToString(
    <I18nextProvider i18n={translator}>
      <Header
        title={plan.title}
        demonstration={plan.demonstration}
        asOf={summary.asOf}
        may={me.role === 'wall' ? [] : me.may}
        page="board"
        renderLink={renderLink}
      />
      <main>
        <div className={boardClasses.board}>
          <Strip plan={plan} summary={summary} previous={previousSummary} filter={{}} onFilter={nothing} />
        </div>
      </main>
    </I18nextProvider>,
  )
}
