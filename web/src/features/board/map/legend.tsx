import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { StatusMark } from '../../../status/status-mark.tsx'
import classes from './legend.module.css'
import { SHADES } from './shading.ts'

interface LegendProps {
  plan: Plan
  node: MilestoneId
  onNode: (node: MilestoneId) => void
}

function Shading({ plan, node, onNode }: LegendProps) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  const nodes = plan.milestones.filter(milestone => milestone.origin === 'plan')
  return (
    <div className={classes.row}>
      <select
        className={classes.node}
        aria-label={t('legend.shadeNode')}
        value={node}
        onChange={event => onNode(event.target.value as MilestoneId)}
      >
        {nodes.map(({ id, name: names }) => (
          <option key={id} value={id}>
            {t('legend.shade', { node: names[name] })}
          </option>
        ))}
      </select>
      <span className={classes.scale}>
        <span>0</span>
        {Array.from({ length: SHADES }, (_, shade) => (
          <i key={shade} className={classes.step} data-shade={shade} />
        ))}
        <span>100%</span>
      </span>
      <span className={classes.item}>
        <svg className={classes.hatch} viewBox="0 0 24 12" aria-hidden="true">
          <path d="M0 12L12 0M6 12L18 0M12 12L24 0M-6 12L6 0M18 12L30 0" />
        </svg>
        {t('legend.deepPoverty')}
      </span>
    </div>
  )
}

export const Legend = memo(function Legend(props: LegendProps) {
  const { t } = useTranslation('board')
  return (
    <section className={classes.legend} aria-label={t('legend.label')}>
      <div className={classes.row}>
        {(['red', 'yellow', 'green', 'blue', 'plain'] as const).map(shape => (
          <StatusLabel key={shape} shape={shape} fill="solid" />
        ))}
        {(['solid', 'cored', 'hatched'] as const).map(fill => (
          <span key={fill} className={classes.item}>
            <StatusMark shape="green" fill={fill} /> {t(`legend.${fill}`)}
          </span>
        ))}
      </div>
      <Shading {...props} />
    </section>
  )
})
