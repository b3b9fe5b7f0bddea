import { readFileSync } from 'node:fs'
import type { CountyFeature } from '@lvliang/shared/register/county-areas'
import { PATHS } from '../paths.ts'

/** The county polygons of the map, WGS-84. */
export function readCountyFeatures(): CountyFeature[] {
  const { features } = JSON.parse(readFileSync(PATHS.counties, 'utf8')) as { features: CountyFeature[] }
  return features
}
