import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import type { CandidatesSearch } from '../../../filters/inspection-search.ts'
import classes from './list-tools.module.css'
import type { Picking } from './picking.ts'
import { RiskLegend } from './risk-bar.tsx'

interface ListToolsProps {
  search: CandidatesSearch
  onSearch: (patch: Partial<CandidatesSearch>) => void
  /** There is room for the list or the map. */
  narrow: boolean
  picking: Picking | null
}

interface SwitchProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

function Switch<T extends string>({ label, value, options, onChange }: SwitchProps<T>) {
  return (
    <fieldset className={classes.switch} aria-label={label}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

/** How the list is shown: parts as bars or numbers, list or map where there is room for one. */
export function ListTools({ search, onSearch, narrow, picking }: ListToolsProps) {
  const { t } = useTranslation('inspections')
  return (
    <div className={classes.tools}>
      {narrow && (
        <Switch
          label={t('candidates.view.label')}
          value={search.view ?? 'list'}
          options={[
            { value: 'list', label: t('candidates.view.list') },
            { value: 'map', label: t('candidates.view.map') },
          ]}
          onChange={view => onSearch({ view: view === 'map' ? view : undefined })}
        />
      )}
      <div className={classes.parts}>
        <Switch
          label={t('candidates.partsLabel')}
          value={search.parts ?? 'bars'}
          options={[
            { value: 'bars', label: t('candidates.bars') },
            { value: 'numbers', label: t('candidates.numbers') },
          ]}
          onChange={parts => onSearch({ parts: parts === 'numbers' ? parts : undefined })}
        />
        {search.parts === undefined && <RiskLegend />}
      </div>
      {picking && (
        <Button look="link" className={classes.all} onClick={picking.onAll}>
          {t(picking.share === 'all' ? 'candidates.pick.clear' : 'candidates.pick.all')}
        </Button>
      )}
    </div>
  )
}
