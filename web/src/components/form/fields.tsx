import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import classes from './fields.module.css'
import form from './form.module.css'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  fault?: string | undefined
  help?: ReactNode
}

interface DayFieldProps extends FieldProps {
  max?: string
  min?: string
  required?: boolean
  disabled?: boolean
}

export function DayField({ label, value, onChange, fault, help, ...rest }: DayFieldProps) {
  return (
    <Field label={label} fault={fault} help={help} className={classes.day}>
      {control => (
        <input {...control} {...rest} type="date" value={value} onChange={event => onChange(event.target.value)} />
      )}
    </Field>
  )
}

interface TextFieldProps extends FieldProps {
  required?: boolean
  maxLength?: number
  placeholder?: string
  pattern?: string
  inputMode?: 'numeric'
  lang?: string
}

export function TextField({ label, value, onChange, fault, help, ...rest }: TextFieldProps) {
  return (
    <Field label={label} fault={fault} help={help}>
      {control => (
        <input
          autoComplete="off"
          maxLength={200}
          {...control}
          {...rest}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function LongField({ label, value, onChange, fault, help, ...rest }: TextFieldProps) {
  return (
    <Field label={label} fault={fault} help={help}>
      {control => (
        <textarea
          maxLength={2000}
          {...control}
          {...rest}
          className={`${control.className} ${classes.long}`}
          rows={2}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface Option<T extends string> {
  value: T
  label: string
  disabled?: boolean
}

interface ChoiceProps<T extends string> extends Omit<FieldProps, 'value' | 'onChange'> {
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

export function SelectField<T extends string>({ label, value, options, onChange, fault, help }: ChoiceProps<T>) {
  return (
    <Field label={label} fault={fault} help={help}>
      {control => (
        <select
          {...control}
          value={value}
          onChange={event => {
            const chosen = options.find(option => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface RadiosProps<T extends string> {
  legend: string
  name: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

export function Radios<T extends string>({ legend, name, value, options, onChange }: RadiosProps<T>) {
  return (
    <fieldset className={classes.radios}>
      <legend className={form.label}>{legend}</legend>
      {options.map(option => (
        <label key={option.value} className={form.check}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
