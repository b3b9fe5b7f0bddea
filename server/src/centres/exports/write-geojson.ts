import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'

/** RFC 7946: positions in WGS-84; a slot without one has no geometry. */
export function writeGeoJson(entries: readonly EvaluatedCentre[]): string {
  const features = entries.map(({ centre: { position, milestones, ...properties } }) => ({
    type: 'Feature',
    id: properties.code,
    geometry: position === null ? null : { type: 'Point', coordinates: [position.lon, position.lat] },
    properties: { ...properties, positionSource: position?.source ?? null, accuracyM: position?.accuracyM ?? null },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}
