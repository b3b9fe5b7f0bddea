import form from './form.module.css'

interface SelectProps<T extends string> {
  label: string
  /** Said where nothing is chosen. */
  all: string
  value: T | undefined
  options: readonly { value: T; label: string }[]
  onChange: (value: T | undefined) => void
}

/** A filter of one value out of a few, or none. */
export function Select<T extends string>({ label, all, value, options, onChange }: SelectProps<T>) {
  return (
    <select
      className={form.input}
      aria-label={label}
      value={value ?? ''}
      onChange={event => onChange(options.find(option => option.value === event.target.value)?.value)}
    >
      <option value="">{all}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
