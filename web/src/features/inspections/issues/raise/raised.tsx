import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/form/button.tsx'
import form from '../../../../components/form/form.module.css'

interface RaisedProps {
  issue: IssueDetail
  onMore: (() => void) | null
  onClose: () => void
}

/** What was entered, and the way to it. */
export function Raised({ issue, onMore, onClose }: RaisedProps) {
  const { t } = useTranslation(['inspections', 'common'])
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <>
      <p role="status" className={form.note}>
        {t(issue.source === 'order' ? 'issue.raisedDone.order' : 'issue.raisedDone.spot', { number: issue.number })}
      </p>
      <p lang="zh-CN">{issue.title}</p>
      <div className={form.actions}>
        <Button ref={close} onClick={onClose}>
          {t('common:close')}
        </Button>
        {onMore && <Button onClick={onMore}>{t('issue.more')}</Button>}
        <Link to="/inspections/issues/$issue" params={{ issue: issue.id }} className={form.link}>
          {t('issue.look')}
        </Link>
      </div>
    </>
  )
}
