import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import form from '../../../components/form/form.module.css'
import { countyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import { at } from './anchors.ts'
import { useVisitForm } from './form-context.ts'
import classes from './visit.module.css'

/** Who inspects: the one who records, and others; who is at home there is shown and cannot be chosen. */
export function Team() {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const me = useMe()
  const { draft, act, centre, inspectors, plan, faultAt } = useVisitForm()
  const fault = faultAt(at.inspectors)
  const about = (homeCounty: string | null, role: string, isRecused: boolean) => {
    if (isRecused) return t('visit.recusedHere')
    return role === 'cityOffice' || homeCounty === null
      ? t('visit.office')
      : countyName(plan.counties, homeCounty, name)
  }
  return (
    <fieldset id={at.inspectors} className={classes.fieldset}>
      <legend className={form.label}>{t('visit.inspectors')}</legend>
      <ul className={classes.people}>
        {inspectors.map(({ accountId, name: person, homeCounty, role }) => {
          const isMe = accountId === me.id
          const isRecused = homeCounty === centre.countyCode
          const chosen = draft.inspectors.includes(accountId)
          return (
            <li key={accountId}>
              <button
                type="button"
                className={classNames(classes.person, chosen && classes.personChosen)}
                aria-pressed={chosen}
                disabled={isMe || isRecused}
                onClick={() => act({ do: 'toggleInspector', id: accountId })}
              >
                <span className={classes.personName}>
                  <span aria-hidden="true">{chosen ? '✓ ' : ''}</span>
                  {person}
                </span>
                <span className={classes.about}>{isMe ? t('visit.self') : about(homeCounty, role, isRecused)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {fault && <p className={form.fault}>{fault}</p>}
    </fieldset>
  )
}
