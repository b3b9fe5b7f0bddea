import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { at } from './anchors.ts'
import { otherFinding } from './default-finding.ts'
import { FindingFields } from './finding-fields.tsx'
import { useVisitForm } from './form-context.ts'
import { PhotoInput } from './photo-input.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import classes from './visit.module.css'

/** What was found that the checklist does not ask; the camera first. */
export function OtherFindings() {
  const { t } = useTranslation('inspections')
  const { draft, act, photos, faultAt } = useVisitForm()
  const camera = useRef<HTMLInputElement>(null)
  const latest = useRef('')
  const others = draft.findings.filter(({ item }) => item === null)
  const add = () => {
    const finding = otherFinding()
    latest.current = finding.id
    act({ do: 'find', finding })
    camera.current?.click()
  }
  return (
    <section className={classes.part} aria-labelledby="part-others">
      <h2 id="part-others" className={classes.partTitle}>
        {t('visit.part.others')}
      </h2>
      {others.map(finding => (
        <div key={finding.id} id={at.finding(finding.id)} className={classes.other}>
          <PhotoStrip of={finding.id} label={finding.title || t('visit.finding.label')} />
          <FindingFields finding={finding} />
          {faultAt(at.finding(finding.id)) && <p className={form.fault}>{faultAt(at.finding(finding.id))}</p>}
        </div>
      ))}
      <Button className={classes.tall} onClick={add}>
        {t('visit.finding.other')}
      </Button>
      <PhotoInput
        isCamera
        input={camera}
        label={t('visit.finding.other')}
        onFiles={files => photos.add(latest.current, files)}
      />
    </section>
  )
}
