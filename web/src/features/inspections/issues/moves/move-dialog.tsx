import type { ComponentProps } from 'react'
import { FormDialog } from '../../../../components/dialog/form-dialog.tsx'
import { MoveForm } from './move-form.tsx'
import { useMoveName } from './use-move-name.ts'

/** The form of one move. */
export function MoveDialog(props: ComponentProps<typeof MoveForm>) {
  const moveName = useMoveName(props.issue)
  return (
    <FormDialog title={`${moveName(props.move)} · ${props.issue.number}`} onClose={props.onCancel}>
      <MoveForm {...props} />
    </FormDialog>
  )
}
