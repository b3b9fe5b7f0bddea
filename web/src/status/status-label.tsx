import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark } from './shapes.ts'
import { StatusMark } from './status-mark.tsx'

/** A light as people must always see it: shape, colour and word together. */
export const StatusLabel = memo(function StatusLabel({ shape, fill }: Mark) {
  const { t } = useTranslation()
  return (
    <span className={`status-${shape}`}>
      <StatusMark shape={shape} fill={fill} /> {t(`light.${shape}`)}
    </span>
  )
})
