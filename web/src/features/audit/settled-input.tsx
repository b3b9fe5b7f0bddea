import { useDebouncedCallback } from '@mantine/hooks'
import { type ComponentProps, useEffect, useRef } from 'react'

interface SettledInputProps extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange'> {
  value: string
  /** Called when the hand rests. */
  onSettled: (value: string) => void
}

const PAUSE = 300

/** An input whose value follows the address, and the address it once the typing pauses. */
export function SettledInput({ value, onSettled, ...rest }: SettledInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const settle = useDebouncedCallback((text: string) => onSettled(text.trim()), PAUSE)
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])
  return <input {...rest} ref={input} defaultValue={value} onChange={event => settle(event.target.value)} />
}
