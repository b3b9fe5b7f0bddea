import type { Issue, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { useTranslation } from 'react-i18next'

/** The name of a move; an order is not rectified but carried out, and answered. */
export function useMoveName({ source }: Pick<Issue, 'source'>): (move: IssueMove) => string {
  const { t } = useTranslation('inspections')
  return move => {
    if (source === 'order' && move === 'start') return t('issue.begin')
    if (source === 'order' && move === 'requestClosing') return t('issue.answer')
    return t(`issue.move.${move}`)
  }
}
