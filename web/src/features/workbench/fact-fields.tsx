import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import type { CellChange } from '../../components/sheet-grid/edit-history.ts'
import type { CellMark, RowMarks } from '../../components/sheet-grid/sheet-column.ts'
import { FACT_FIELDS, PLANNED_FIELDS } from './cell-fields.ts'
import { choicesOf, type SheetRow, textAt } from './sheet-columns.tsx'
import { useChoiceWords } from './use-choice-words.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

interface FactFieldsProps {
  row: SheetRow
  marks: RowMarks | undefined
  names: FieldNames
  canEdit: boolean
  onEdit: (changes: readonly CellChange[]) => void
}

interface FactFieldProps {
  label: string
  text: string
  choices: readonly string[] | undefined
  mark: CellMark | undefined
  disabled: boolean
  onText: (text: string, seen: string) => void
}

function FactField({ label, text, choices, mark, disabled, onText }: FactFieldProps) {
  const [draft, setDraft] = useState<{ text: string; seen: string } | null>(null)
  const commit = () => {
    if (draft && draft.text !== draft.seen) onText(draft.text, draft.seen)
    setDraft(null)
  }
  const isWrong = mark?.kind === 'fault' || mark?.kind === 'failed'
  const help = mark && (
    <>
      {!isWrong && mark.text}{' '}
      {mark.actions?.map(({ label: says, run }) => (
        <Button key={says} look="link" onClick={run}>
          {says}
        </Button>
      ))}
    </>
  )
  return (
    <Field label={label} fault={isWrong ? mark.text : undefined} help={help}>
      {control =>
        choices ? (
          <select {...control} value={text} disabled={disabled} onChange={event => onText(event.target.value, text)}>
            {['', ...choices].map(choice => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            value={draft?.text ?? text}
            disabled={disabled}
            autoComplete="off"
            onChange={event => setDraft({ text: event.target.value, seen: draft?.seen ?? text })}
            onBlur={commit}
            onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && commit()}
          />
        )
      }
    </Field>
  )
}

/** The same cells as in the grid, each under its label; saved one by one on leaving them. */
export function FactFields({ row, marks, names, canEdit, onEdit }: FactFieldsProps) {
  const { t } = useTranslation('workbench')
  const words = useChoiceWords()
  const { code } = row.centre
  const fieldsOf = (ids: readonly { id: string }[]) =>
    ids.map(({ id }) => (
      <FactField
        key={id}
        label={names.field(id)}
        text={textAt(row, id, words)}
        choices={choicesOf(id, words)}
        mark={marks?.[id]}
        disabled={!canEdit}
        onText={(text, seen) =>
          onEdit([{ rowKey: code, columnId: id, text, ...(seen !== textAt(row, id, words) && { seen }) }])
        }
      />
    ))
  return (
    <>
      <div className={classes.fields}>{fieldsOf(FACT_FIELDS)}</div>
      <h3 className={classes.sub}>{t('grid.planned')}</h3>
      <div className={classes.fields}>{fieldsOf(PLANNED_FIELDS)}</div>
    </>
  )
}
