import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import type { Feature } from 'geojson'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap } from 'react-leaflet'
import type { CountyMap, CountyProperties } from '../../../api/map.queries.ts'
import { htmlElement } from '../../../components/map/svg-element.ts'
import { createTip } from '../../../components/map/tip.ts'
import { countyHover } from '../../../hover/hovered-county.ts'
import { addHatch, HATCH_FILL } from './county-hatch.ts'
import type { MapWords } from './map-words.ts'
import { doneOf, shadeOf } from './shading.ts'

interface CountyLayerProps {
  counties: CountyMap
  summary: Summary
  node: MilestoneId
  deepPoverty: ReadonlySet<string>
  focus: string | undefined
  words: MapWords
  onCounty: (code: string) => void
}

const codeOf = (layer: L.Layer) => ((layer as L.Polygon).feature as Feature<never, CountyProperties>).properties.code
const elementOf = (layer: L.Layer) => (layer as L.Path).getElement()

function drawCounties(map: L.Map, { counties, deepPoverty }: Pick<CountyLayerProps, 'counties' | 'deepPoverty'>) {
  const areas = L.geoJSON(counties, { style: { className: 'county' } }).addTo(map)
  addHatch(map.getPane('overlayPane')!)
  const hatches = L.geoJSON(counties, {
    interactive: false,
    filter: feature => deepPoverty.has(feature.properties.code),
    style: { className: 'county-hatch', fillColor: HATCH_FILL, stroke: false },
  }).addTo(map)
  return { areas, hatches }
}

/** The counties, shaded by the share of their slots past one node. */
export function CountyLayer(props: CountyLayerProps) {
  const { counties, summary, node, deepPoverty, focus, words } = props
  const map = useMap()
  const layer = useRef<L.GeoJSON | null>(null)
  const live = useRef(props)
  live.current = props

  useEffect(() => {
    const { areas, hatches } = drawCounties(map, { counties, deepPoverty })
    const tip = createTip(map)
    areas.on('click', event => live.current.onCounty(codeOf(event.propagatedFrom)))
    areas.on('mousemove', event => {
      const code = codeOf(event.propagatedFrom)
      if (code === countyHover.get()) return tip.move(event.latlng)
      countyHover.set(code)
      tip.show(event.latlng, htmlElement('div', '', [live.current.words.countyShare(code)]))
    })
    areas.on('mouseout', () => {
      countyHover.set(null)
      tip.hide()
    })
    layer.current = areas
    return () => {
      tip.hide()
      areas.remove()
      hatches.remove()
    }
  }, [map, counties, deepPoverty])

  useEffect(() => {
    const rows = new Map(summary.counties.map(county => [county.code, county]))
    layer.current?.eachLayer(area => {
      const county = rows.get(codeOf(area))
      const shade = county ? shadeOf(doneOf(county, node), county.quota) : null
      elementOf(area)?.setAttribute('data-shade', shade === null ? 'none' : String(shade))
    })
  }, [summary, node, words, counties, deepPoverty])

  useEffect(() => {
    const mark = () =>
      layer.current?.eachLayer(area => {
        const code = codeOf(area)
        elementOf(area)?.classList.toggle('is-dimmed', focus !== undefined && code !== focus)
        elementOf(area)?.classList.toggle('is-hovered', code === countyHover.get())
      })
    mark()
    return countyHover.subscribe(mark)
  }, [focus, counties, deepPoverty])

  return null
}
