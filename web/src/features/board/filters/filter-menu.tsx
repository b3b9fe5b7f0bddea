import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Popover.css'
import { Popover } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterFormProps } from './filter-form.tsx'
import classes from './filter-menu.module.css'

const FilterForm = lazy(() => import('./filter-form.tsx').then(module => ({ default: module.FilterForm })))

/** Every filter there is, behind one button; its form is fetched when first opened. */
export function FilterMenu(props: FilterFormProps) {
  const { t } = useTranslation('board')
  return (
    <Popover
      position="bottom-start"
      offset={4}
      shadow="none"
      width="min(560px, 94vw)"
      trapFocus
      returnFocus
      withinPortal
      zIndex={1200}
    >
      <Popover.Target>
        <button type="button" className={classes.open}>
          {t('filter.open')} <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t('filter.label')}>
        <Suspense fallback={<p className={classes.wait} />}>
          <FilterForm {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
