import type { CheckItem } from '@lvliang/shared/inspections/checklist.schema'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import { LongField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { useLanguage } from '../../../i18n/use-language.ts'
import { at } from './anchors.ts'
import classes from './checks.module.css'
import { Choices } from './choices.tsx'
import { findingOf } from './default-finding.ts'
import { FindingFields } from './finding-fields.tsx'
import { useVisitForm } from './form-context.ts'
import { PhotoInput } from './photo-input.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { isReached, photosOf, resultOf } from './visit-draft.ts'

const ANSWERS = [
  { value: 'pass', look: 'good' },
  { value: 'fail', look: 'bad' },
  { value: 'notApplicable', look: 'calm' },
] as const

/** Note and photos of an item that does not fail, and 未到检查阶段 where the stage was reported and is not there. */
function More({
  item,
  label,
  camera,
}: {
  item: CheckItem
  label: string
  camera: React.RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation('inspections')
  const { draft, act, context } = useVisitForm()
  const result = resultOf(draft, item, context.stage)
  return (
    <div className={classes.more}>
      <Choices
        hidden
        label={t('visit.check.answers', { item: label })}
        value={result}
        options={[{ value: 'notReached', label: t('terms.result.notReached') }]}
        onChoose={() => act({ do: 'answer', item: item.id, result: 'notReached' })}
      />
      <LongField
        label={t('visit.check.note')}
        value={draft.checks[item.id]?.note ?? ''}
        onChange={note => act({ do: 'note', item: item.id, note })}
      />
      <PhotoStrip of={item.id} label={label} camera={camera} />
    </div>
  )
}

/** One item of the checklist: three answers, each one press; a failure opens the camera. */
export function CheckRow({ item, number }: { item: CheckItem; number: number }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { draft, act, photos, centre, context, faultAt } = useVisitForm()
  const camera = useRef<HTMLInputElement>(null)
  const label = item.text[name]
  const result = resultOf(draft, item, context.stage)
  const own = photosOf(draft, item.id)
  const finding = draft.findings.find(each => each.item === item.id)
  const hasMore = (draft.checks[item.id]?.note ?? '') !== '' || own.length > 0 || result === 'notReached'
  const [isOpen, setOpen] = useState(hasMore)
  const fault = faultAt(at.item(item.id))
  const choose = (value: 'pass' | 'fail' | 'notApplicable') => {
    const fails = value === 'fail' && result !== 'fail'
    const title = t('visit.finding.titleOf', { item: label })
    act({ do: 'answer', item: item.id, result: value, ...(fails ? { finding: findingOf(item, centre, title) } : {}) })
    if (fails && own.length === 0) camera.current?.click()
  }
  return (
    <li id={at.item(item.id)} className={classNames(classes.item, result === null && classes.open)}>
      <div className={classes.text}>
        <span className={classes.number}>{number}</span>
        <p className={classes.words}>
          {label}
          <span className={classes.how}>{item.how[name]}</span>
        </p>
        {result !== 'fail' && (
          <button
            type="button"
            className={classes.moreButton}
            aria-expanded={isOpen}
            aria-label={t('visit.check.moreOf', { item: label })}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">⋯</span>
          </button>
        )}
      </div>
      <Choices
        hidden
        label={t('visit.check.answers', { item: label })}
        value={result === 'notReached' ? null : result}
        options={ANSWERS.map(answer => ({ ...answer, label: t(`terms.result.${answer.value}`) }))}
        onChoose={choose}
      />
      {result === 'notReached' && isReached(item, context.stage) && (
        <p className={form.help}>{t('terms.result.notReached')}</p>
      )}
      {result === 'fail' && finding && (
        <div className={classes.finding}>
          <PhotoStrip of={item.id} label={label} camera={camera} />
          {own.length === 0 && <p className={form.fault}>{t('visit.finding.needsPhoto')}</p>}
          <FindingFields finding={finding} />
        </div>
      )}
      {result !== 'fail' && isOpen && <More item={item} label={label} camera={camera} />}
      {fault && <p className={form.fault}>{fault}</p>}
      <PhotoInput
        isCamera
        input={camera}
        label={t('visit.photo.cameraOf', { of: label })}
        onFiles={files => photos.add(item.id, files)}
      />
    </li>
  )
}
