import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './centres.page.module.css'

interface SearchBoxProps {
  value: string
  onChange: (value: string) => void
}

const PAUSE = 250

/** Searches as one types; the address follows when the typing pauses. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const { t } = useTranslation('centres')
  const input = useRef<HTMLInputElement>(null)
  const change = useDebouncedCallback((text: string) => onChange(text.trim()), PAUSE)

  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])

  return (
    <search className={classes.search}>
      <input
        ref={input}
        type="search"
        className={classes.searchInput}
        aria-label={t('list.search')}
        placeholder={t('list.searchPlaceholder')}
        defaultValue={value}
        maxLength={100}
        onChange={event => change(event.target.value)}
      />
    </search>
  )
}
