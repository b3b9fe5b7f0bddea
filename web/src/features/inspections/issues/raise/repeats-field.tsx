import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { issueQueries } from '../../../../api/inspection.queries.ts'
import { SelectField } from '../../../../components/form/fields.tsx'

interface RepeatsFieldProps {
  centre: string
  value: string
  onChange: (id: string) => void
  fault: string | undefined
}

/** Which closed issue of the centre has come back; nothing where none was ever closed. */
export function RepeatsField({ centre, ...rest }: RepeatsFieldProps) {
  const { t } = useTranslation('inspections')
  const closed = useInfiniteQuery(issueQueries.list({ centre, state: 'closed', sort: '-foundOn' }))
  const issues = closed.data?.pages[0]?.items ?? []
  if (issues.length === 0) return null
  return (
    <SelectField
      {...rest}
      label={t('issue.field.repeats')}
      options={[
        { value: '', label: t('issue.field.repeatsNone') },
        ...issues.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
      ]}
    />
  )
}
