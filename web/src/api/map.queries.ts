import { queryOptions } from '@tanstack/react-query'
import type { FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson'
import { apiGet } from './client.ts'

export interface CountyProperties {
  code: string
  name: { zh: string; en: string }
  labelAt: [number, number]
  seat: [number, number]
}
export interface BaseProperties {
  kind: 'neighbour' | 'river'
  name: { zh: string; en: string }
}
export type CountyMap = FeatureCollection<Polygon | MultiPolygon, CountyProperties>
export type BaseMap = FeatureCollection<Polygon | MultiPolygon | LineString, BaseProperties>

export const mapQueries = {
  counties: () =>
    queryOptions({
      queryKey: ['map', 'counties'] as const,
      queryFn: ({ signal }) => apiGet<CountyMap>('/map/counties.geojson', {}, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  base: () =>
    queryOptions({
      queryKey: ['map', 'base'] as const,
      queryFn: ({ signal }) => apiGet<BaseMap>('/map/base.geojson', {}, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}
