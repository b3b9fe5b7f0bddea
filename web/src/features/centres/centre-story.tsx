import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ComponentType } from 'react'
import { ActionBar } from './acts/action-bar.tsx'
import { BadgeList } from './badge-list.tsx'
import classes from './centre.module.css'
import { CentreHead } from './centre-head.tsx'
import { CentreDocuments, CentrePhotos } from './evidence.tsx'
import { Facts, People } from './facts.tsx'
import { HistoryList } from './history-list.tsx'
import { LightStrip } from './light-strip.tsx'
import { MoneyTable } from './money-table.tsx'
import { NodeTable } from './node-table.tsx'
import { StageTable } from './stage-table.tsx'
import { usePlanWords } from './use-plan-words.ts'
import { WhyLight } from './why-light.tsx'

export interface CentreProps {
  centre: CentreDetail
  plan: Plan
}

export interface CentreStoryProps extends CentreProps {
  /** What inspection knows of it. */
  Inspection: ComponentType<CentreProps>
  /** What of inspection may be begun there. */
  Raise?: ComponentType<CentreProps>
}

/** The whole story of one centre, from how it stands to every record behind it. */
export function CentreStory({ centre, plan, Inspection, Raise }: CentreStoryProps) {
  const words = usePlanWords(plan)
  return (
    <article>
      <CentreHead centre={centre} plan={plan} words={words} />
      <ActionBar key={centre.code} centre={centre} plan={plan} words={words} Raise={Raise} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <WhyLight centre={centre} words={words} />
          <NodeTable centre={centre} plan={plan} words={words} />
          <LightStrip centre={centre} year={plan.year} words={words} />
          <StageTable centre={centre} words={words} />
          <Inspection centre={centre} plan={plan} />
          <CentrePhotos photos={centre.photos} words={words} />
        </div>
        <div className={classes.aside}>
          <BadgeList badges={centre.badges} words={words} />
          <MoneyTable centre={centre} subsidy={plan.operatingSubsidy} words={words} />
          <Facts centre={centre} words={words} />
          <People people={centre.people} />
          <CentreDocuments documents={centre.documents} stage={centre.stage} />
        </div>
        <div className={classes.wide}>
          <HistoryList key={centre.code} centre={centre} words={words} />
        </div>
      </div>
    </article>
  )
}
