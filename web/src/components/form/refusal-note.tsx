import { classNames } from '../class-names.ts'
import classes from './form.module.css'
import { useRefusal } from './use-refusal.ts'

/** Says why nothing was done, where there is something to say. */
export function RefusalNote({ error }: { error: Error | null }) {
  const words = useRefusal()
  if (!error) return null
  return (
    <p className={classNames(classes.note, classes.refusal)} role="alert">
      {words(error)}
    </p>
  )
}
