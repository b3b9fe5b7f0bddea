import type { Issue, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { useTranslation } from 'react-i18next'

/** The name of a move; an order is not asked to be closed but answered. */
export function useMoveName({ source }: Pick<Issue, 'source'>): (move: IssueMove) => string {
  const { t } = useTranslation('inspections')
  return move => (source === 'order' && move === 'requestClosing' ? t('issue.answer') : t(`issue.move.${move}`))
}
