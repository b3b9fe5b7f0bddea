import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoPicker } from '../../../../components/evidence/photo-picker.tsx'
import { usePhotos } from '../../../../components/evidence/use-photos.ts'
import { ActForm } from '../../../../components/form/act-form.tsx'
import { DayField } from '../../../../components/form/fields.tsx'
import form from '../../../../components/form/form.module.css'
import { useMay } from '../../../../session/use-me.ts'
import { useDueDays } from '../raise/use-due-days.ts'
import { MeanwhileNote } from './meanwhile-note.tsx'
import { blankMove, earliestDay, type MoveDraft, moveBody } from './move-draft.ts'
import { GraverField, type MoveFieldsProps, NewDueField, NextOwnerField, NoteField } from './move-fields.tsx'
import { useMove } from './use-move.ts'
import { useMoveName } from './use-move-name.ts'

interface MoveFormProps {
  move: IssueMove
  /** As it was when the form was opened. */
  issue: IssueDetail
  plan: Plan
  onDone: (move: IssueMove, dueOn: string | undefined) => void
  onCancel: () => void
}

const FIELDS = ['note', 'date', 'dueOn', 'severity', 'to', 'photoIds']
const WITHOUT_PHOTOS: readonly IssueMove[] = ['takeBack', 'extend', 'handOver', 'withdraw']

/** Who asks for closing shows how it is now; an order is answered in words. */
const needsPhoto = (move: IssueMove, { source, centre }: IssueDetail) =>
  MOVE_RULES[move].needs.includes('photo') && source !== 'order' && centre !== null

/** One step in the life of an issue. */
export function MoveForm({ move, issue, plan, onDone, onCancel }: MoveFormProps) {
  const { t } = useTranslation('inspections')
  const moveName = useMoveName(issue)
  const [draft, setDraft] = useState(() => blankMove(plan.today))
  const [isPhotoMissing, setPhotoMissing] = useState(false)
  const photos = usePhotos({ centre: issue.centre?.code ?? '' })
  const days = useDueDays(plan.today)
  const act = useMove(issue, ({ dueOn }) => onDone(move, dueOn))
  const takesPhotos = useMay('addPhoto') && issue.centre !== null && !WITHOUT_PHOTOS.includes(move)
  const isAnswer = move === 'requestClosing' && issue.source === 'order'
  const isLacking = needsPhoto(move, issue) && photos.picked.length === 0
  const content = () => {
    setPhotoMissing(isLacking)
    if (isLacking) return null
    const usualDue = days?.usual(issue.source === 'order' ? 'order' : issue.severity)
    return moveBody({ move, draft, photoIds: photos.ids, usualDue })
  }
  const fieldsOf = (fault: MoveFieldsProps['fault']): MoveFieldsProps => ({
    move,
    issue,
    plan,
    days,
    draft,
    patch: (change: Partial<MoveDraft>) => setDraft(old => ({ ...old, ...change })),
    fault,
  })
  return (
    <>
      <p className={form.help}>{t(isAnswer ? 'issue.help.answer' : `issue.help.${move}`)}</p>
      <ActForm
        act={act}
        content={content}
        submit={moveName(move)}
        submitLook={move === 'withdraw' ? 'danger' : 'primary'}
        fields={FIELDS}
        photos={takesPhotos ? photos : undefined}
        meanwhile={now => <MeanwhileNote now={now} move={move} />}
        onCancel={onCancel}
      >
        {fault => {
          const props = fieldsOf(fault)
          const photoFault = fault('photoIds') ?? (isPhotoMissing && isLacking ? t('issue.photoMissing') : undefined)
          return (
            <>
              {move === 'extend' && <NewDueField {...props} />}
              {move === 'handOver' && <NextOwnerField {...props} />}
              {move === 'findAgain' && <GraverField {...props} />}
              <NoteField {...props} />
              {takesPhotos && (
                <PhotoPicker
                  photos={photos}
                  label={t(move === 'requestClosing' ? 'issue.field.photosAfter' : 'issue.field.photos')}
                />
              )}
              {photoFault && (
                <p className={form.fault} role="alert">
                  {photoFault}
                </p>
              )}
              <DayField
                label={t('issue.field.day')}
                value={draft.date}
                min={earliestDay(issue)}
                max={plan.today}
                required
                onChange={date => props.patch({ date })}
                fault={fault('date')}
              />
            </>
          )
        }}
      </ActForm>
    </>
  )
}
