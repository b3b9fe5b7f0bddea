import { useTranslation } from 'react-i18next'
import type { BoardView } from './use-board-search.ts'
import classes from './view-switch.module.css'

/** On a phone the list comes first and the map is one tap away. */
export function ViewSwitch({ view, onView }: { view: BoardView; onView: (view: BoardView) => void }) {
  const { t } = useTranslation('board')
  return (
    <fieldset className={classes.switch} aria-label={t('map.views')}>
      {(['list', 'map'] as const).map(id => (
        <button key={id} type="button" aria-pressed={id === view} onClick={() => onView(id)}>
          {t(id === 'map' ? 'map.show' : 'map.list')}
        </button>
      ))}
    </fieldset>
  )
}
