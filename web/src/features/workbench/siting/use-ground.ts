import { type Box, type CountyAreas, countyAreas } from '@lvliang/shared/register/county-areas'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mapQueries } from '../../../api/map.queries.ts'

interface Known {
  areas: CountyAreas | null
  /** What holds the whole prefecture. */
  bounds: Box | undefined
}

/** The counties on the ground, for the map and for telling what lies where. */
export function useGround() {
  const counties = useQuery(mapQueries.counties())
  const base = useQuery(mapQueries.base())
  const known = useMemo((): Known => {
    if (!counties.data) return { areas: null, bounds: undefined }
    const areas = countyAreas(counties.data.features as unknown as Parameters<typeof countyAreas>[0])
    const boxes = counties.data.features.flatMap(({ properties }) => areas.boxOf(properties.code) ?? [])
    const bounds = {
      west: Math.min(...boxes.map(({ west }) => west)),
      south: Math.min(...boxes.map(({ south }) => south)),
      east: Math.max(...boxes.map(({ east }) => east)),
      north: Math.max(...boxes.map(({ north }) => north)),
    }
    return { areas, bounds }
  }, [counties.data])
  const retry = () => {
    void counties.refetch()
    void base.refetch()
  }
  return { ...known, counties: counties.data, base: base.data, error: counties.error ?? base.error, retry }
}
