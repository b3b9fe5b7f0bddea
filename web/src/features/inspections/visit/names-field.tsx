import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../../../components/form/form.module.css'
import classes from './visit.module.css'
import { allNames, type DraftNames } from './visit-draft.ts'

interface NamesFieldProps {
  id: string
  label: string
  help?: string
  value: DraftNames
  /** Names one is likely to want. */
  offered?: readonly string[]
  fault?: string | undefined
  onChange: (value: DraftNames) => void
}

/** Names as chips; the one being typed counts, too, whether or not it was entered. */
export function NamesField({ id, label, help, value, offered = [], fault, onChange }: NamesFieldProps) {
  const { t } = useTranslation('inspections')
  const field = useId()
  const { names, typed } = value
  const enter = () => onChange({ names: allNames(value), typed: '' })
  const more = offered.filter(name => !names.includes(name))
  return (
    <div id={id} className={form.field}>
      <label className={form.label} htmlFor={field}>
        {label}
      </label>
      {names.length + more.length > 0 && (
        <ul className={classes.chips}>
          {names.map(name => (
            <li key={name}>
              <button
                type="button"
                className={classes.chip}
                aria-label={t('visit.dropName', { name })}
                onClick={() => onChange({ names: names.filter(each => each !== name), typed })}
              >
                {name} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
          {more.map(name => (
            <li key={name}>
              <button
                type="button"
                className={classes.offer}
                onClick={() => onChange({ names: [...names, name], typed })}
              >
                <span aria-hidden="true">+ </span>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.entry}>
        <input
          id={field}
          className={form.input}
          autoComplete="off"
          maxLength={40}
          placeholder={t('visit.namePlaceholder')}
          aria-describedby={help && `${field}-help`}
          value={typed}
          onChange={event => onChange({ names, typed: event.target.value })}
          onBlur={() => typed.trim() !== '' && enter()}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            enter()
          }}
        />
        <button
          type="button"
          className={form.button}
          aria-label={t('visit.addNameTo', { list: label })}
          disabled={typed.trim() === ''}
          onClick={enter}
        >
          {t('visit.addName')}
        </button>
      </div>
      {help && (
        <p id={`${field}-help`} className={form.help}>
          {help}
        </p>
      )}
      {fault && <p className={form.fault}>{fault}</p>}
    </div>
  )
}
