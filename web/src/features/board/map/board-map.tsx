import './board-map.css'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useTranslation } from 'react-i18next'
import type { BaseMap, CountyMap } from '../../../api/map.queries.ts'
import { LabelLayer } from '../../../components/map/label-layer.tsx'
import { SchematicMap } from '../../../components/map/schematic-map.tsx'
import { CentreLayer } from './centre-layer.tsx'
import { CountyLayer } from './county-layer.tsx'
import type { MapWords } from './map-words.ts'

export interface BoardMapProps {
  counties: CountyMap
  base: BaseMap
  centres: readonly Centre[]
  summary: Summary
  node: MilestoneId
  deepPoverty: ReadonlySet<string>
  /** The one county the page is narrowed to. */
  focus: string | undefined
  selected: string | undefined
  words: MapWords
  onSelect: (code: string) => void
  onCounty: (code: string) => void
}

/** The city's counties and centres on the map. */
export function BoardMap(props: BoardMapProps) {
  const { counties, base, centres, focus, selected, words, onSelect, onCounty } = props
  const { t } = useTranslation('board')
  return (
    <SchematicMap
      label={t('map.label')}
      className="board-map"
      counties={counties}
      base={base}
      focus={focus}
      maxZoom={14}
    >
      <CountyLayer {...props} />
      <LabelLayer counties={counties} centres={centres} words={words} onCounty={onCounty} />
      <CentreLayer centres={centres} words={words} selected={selected} onSelect={onSelect} />
    </SchematicMap>
  )
}
