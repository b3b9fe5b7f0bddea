import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { usePageWords } from '../../i18n/use-page-words.ts'
import { show } from '../../testing/show.tsx'
import type { CellChange } from './edit-history.ts'
import type { RowMarks, SheetColumn } from './sheet-column.ts'
import { SheetGrid } from './sheet-grid.tsx'
import { sheetWords } from './sheet-words.ts'

type Row = Record<'code' | 'village' | 'person' | 'build', string>

const columns: SheetColumn<Row>[] = [
  { id: 'code', header: '编号', width: 100, rowHeader: true, text: row => row.code },
  { id: 'village', header: '村', width: 120, text: row => row.village, isEditable: () => true },
  { id: 'person', header: '责任人', width: 120, text: row => row.person, isEditable: () => true },
  {
    id: 'build',
    header: '方式',
    width: 80,
    text: row => row.build,
    isEditable: () => true,
    choices: ['新建', '改建'],
  },
]

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ code: `${i + 1}`, village: `${i + 1}村`, person: '', build: '' }))

interface SheetProps {
  count?: number
  onEdit?: (changes: readonly CellChange[]) => void
  marksOf?: (rowKey: string) => RowMarks | undefined
  onOpen?: (row: Row) => void
}

function Sheet({ count = 3, onEdit, ...rest }: SheetProps) {
  usePageWords({ sheet: sheetWords })
  const [rows, setRows] = useState(() => rowsOf(count))
  const edit = (changes: readonly CellChange[]) => {
    onEdit?.(changes)
    setRows(old =>
      old.map(row =>
        Object.assign(
          { ...row },
          ...changes.filter(({ rowKey }) => rowKey === row.code).map(({ columnId, text }) => ({ [columnId]: text })),
        ),
      ),
    )
  }
  return (
    <SheetGrid
      label="项目"
      columns={columns}
      rows={rows}
      rowKey={row => row.code}
      rowName={row => row.village}
      height={300}
      onEdit={edit}
      {...rest}
    />
  )
}

const cell = (name: string) => page.getByLabelText(name, { exact: true })
const shown = () =>
  page
    .getByRole('row')
    .elements()
    .slice(1)
    .map(row => [...row.querySelectorAll('td')].map(td => td.querySelector('span')?.textContent).join('|'))

/** Into the sheet, at the first cell that can be edited. */
async function begin() {
  await expect.element(page.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('{Tab}{ArrowRight}')
  await expect.element(cell('1村 村')).toHaveFocus()
}

const clipboard = (type: 'copy' | 'paste', data = new DataTransfer()) => {
  document.activeElement?.dispatchEvent(
    new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }),
  )
  return data
}
function paste(text: string) {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  clipboard('paste', data)
}

test('typing replaces a cell; Enter commits and goes down, Tab commits and goes right', async () => {
  show(<Sheet />)
  await begin()
  await userEvent.keyboard('甲村{Enter}')
  await expect.element(cell('2村 村')).toHaveFocus()
  await userEvent.keyboard('乙村{Tab}')
  await expect.element(cell('乙村 责任人')).toHaveFocus()
  await expect.poll(shown).toEqual(['甲村||', '乙村||', '3村||'])
})

test('F2 edits what is there, Esc leaves it as it was', async () => {
  show(<Sheet />)
  await begin()
  await userEvent.keyboard('{F2}东{Enter}')
  await expect.poll(() => shown()[0]).toBe('1村东||')
  await userEvent.keyboard('无用{Escape}')
  await expect.element(cell('2村 村')).toHaveValue('2村')
  expect(shown()[1]).toBe('2村||')
})

test('a block from a spreadsheet is pasted, can be undone in one step and done again', async () => {
  const onEdit = vi.fn()
  show(<Sheet onEdit={onEdit} />)
  await begin()
  paste('甲村\t张三\n"乙\n村"\t李四\n')
  await expect.poll(shown).toEqual(['甲村|张三|', '乙\n村|李四|', '3村||'])
  expect(onEdit).toHaveBeenCalledTimes(1)
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(shown).toEqual(['1村||', '2村||', '3村||'])
  await userEvent.keyboard('{Control>}y{/Control}')
  await expect.poll(() => shown()[0]).toBe('甲村|张三|')
})

test('a selection is copied, filled down and cleared', async () => {
  show(<Sheet />)
  await begin()
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(clipboard('copy').getData('text/plain')).toBe('1村\n2村\n3村')
  await userEvent.keyboard('{Control>}d{/Control}')
  await expect.poll(shown).toEqual(['1村||', '1村||', '1村||'])
  await userEvent.keyboard('{Delete}')
  await expect.poll(shown).toEqual(['||', '||', '||'])
})

test('what is pasted over cells that cannot be changed leaves them and says so', async () => {
  show(<Sheet />)
  await expect.element(page.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('rowheader', { name: '1', exact: true })).toHaveFocus()
  paste('9\t甲村')
  await expect.poll(() => shown()[0]).toBe('甲村||')
  await expect.element(page.getByText('有 1 个单元格不能修改，已跳过。')).toBeVisible()
})

test('a choice is made from what there is', async () => {
  show(<Sheet />)
  await begin()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(cell('1村 方式')).toHaveFocus()
  await cell('1村 方式').selectOptions('改建')
  await expect.poll(() => shown()[0]).toBe('1村||改建')
})

test('Tab leaves at the end of a row, and after Esc', async () => {
  show(
    <>
      <Sheet />
      <button type="button">后面</button>
    </>,
  )
  await begin()
  await userEvent.keyboard('{End}{Tab}')
  await expect.element(page.getByRole('button', { name: '后面' })).toHaveFocus()
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{ArrowLeft}{Escape}{Tab}')
  await expect.element(page.getByRole('button', { name: '后面' })).toHaveFocus()
})

test('of many rows those in sight are drawn, and Ctrl+End reaches the last', async () => {
  show(<Sheet count={770} />)
  await begin()
  expect(page.getByRole('row').elements().length).toBeLessThan(60)
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.element(cell('770村 方式')).toHaveFocus()
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}')
  await expect.element(cell('1村 村')).toHaveFocus()
})

test('what is wrong with a cell is said where it is active, and answered by Alt+Enter', async () => {
  const run = vi.fn()
  const marks: RowMarks = { village: { kind: 'doubt', text: '同县已有同名村', actions: [{ label: '仍然保存', run }] } }
  show(<Sheet marksOf={key => (key === '1' ? marks : undefined)} />)
  await begin()
  await expect.element(cell('1村 村')).toHaveAccessibleDescription('同县已有同名村')
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}')
  expect(run).toHaveBeenCalledTimes(1)
})

test('Enter on what cannot be edited opens the row', async () => {
  const onOpen = vi.fn()
  show(<Sheet onOpen={onOpen} />)
  await expect.element(page.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('{Tab}{ArrowDown}{Enter}')
  expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ code: '2' }))
})
