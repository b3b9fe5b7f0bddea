import type { Village } from '@lvliang/shared/villages/village.schema'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { villageQueries } from '../../api/village.queries.ts'
import type { ControlProps } from '../form/field.tsx'
import classes from './village-search.module.css'

interface VillageSearchProps {
  county: string
  control: ControlProps
  placeholder: string
  /** Said where no village answers. */
  nothing: string
  onChoose: (village: Village) => void
}

const REST_MS = 120
const NONE: readonly Village[] = []

/** A village of a county by name, township, code or pinyin initials: typed, then chosen by arrows and Enter. */
export function VillageSearch({ county, control, placeholder, nothing, onChoose }: VillageSearchProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  /** Enter was pressed before the answer was there: it takes the first village once it is. */
  const [isAwaited, setAwaited] = useState(false)
  const [rested] = useDebouncedValue(text.trim(), REST_MS)
  const found = useQuery(villageQueries.search(county, rested))
  const isCurrent = rested === text.trim() && !found.isFetching
  const villages = rested === '' ? NONE : (found.data?.items ?? NONE)
  const isShown = isOpen && villages.length > 0
  const choose = (village: Village) => {
    setText(village.name)
    setOpen(false)
    setAwaited(false)
    onChoose(village)
  }
  useEffect(() => {
    if (!isAwaited || !isCurrent) return
    setAwaited(false)
    if (villages[0]) choose(villages[0])
  })
  const steer = (event: KeyboardEvent) => {
    // Enter that ends a word of an input method chooses nothing.
    if (event.nativeEvent.isComposing) return
    const isEarly = event.key === 'Enter' && isOpen && text.trim() !== '' && !isCurrent
    if (isEarly) setAwaited(true)
    if (isEarly) event.preventDefault()
    if (isEarly || !isShown) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = villages[active]
    if (step) setActive((active + step + villages.length) % villages.length)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
    // The dialog around it stays.
    event.stopPropagation()
  }
  return (
    <div>
      <input
        {...control}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={60}
        placeholder={placeholder}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setOpen(true)
          setActive(0)
          setAwaited(false)
        }}
        onKeyDown={steer}
        onBlur={() => setOpen(false)}
      />
      {isShown && (
        <div id={`${id}-list`} role="listbox" aria-label={placeholder} className={classes.list} lang="zh-CN">
          {villages.map((village, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
            <div
              key={village.code}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              className={classes.option}
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(village)}
            >
              {village.name} <span>{village.town}</span>
            </div>
          ))}
        </div>
      )}
      {isOpen && rested !== '' && found.isSuccess && villages.length === 0 && (
        <p className={classes.empty} role="status">
          {nothing}
        </p>
      )}
    </div>
  )
}
