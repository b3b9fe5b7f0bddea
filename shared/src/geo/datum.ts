import imported from 'gcoord'

// Node loads the CommonJS build, whose exports are the default import; the types describe the ES module.
type Gcoord = typeof imported extends { default: infer Exports } ? Exports : typeof imported
const gcoord = imported as unknown as Gcoord

/** A position as longitude and latitude in degrees. */
export type LngLat = readonly [lon: number, lat: number]
/** WGS-84 as stored; GCJ-02 (火星坐标) and BD-09 (百度坐标) as Chinese maps show them. */
export type Datum = 'wgs84' | 'gcj02' | 'bd09'

const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** Converts a position between datums. Degrees in, degrees out; exact to about 0.1 m. */
export function convertDatum([lon, lat]: LngLat, from: Datum, to: Datum): LngLat {
  if (from === to) return [lon, lat]
  const converted = gcoord.transform([lon, lat], SYSTEMS[from], SYSTEMS[to])
  return [converted[0] as number, converted[1] as number]
}

/** Baidu's metres (BD-09 Mercator), as the addresses of its map pages have them, to BD-09 degrees. */
export function baiduDegrees([x, y]: readonly [number, number]): LngLat {
  const converted = gcoord.transform([x, y], gcoord.BD09MC, gcoord.BD09)
  return [converted[0] as number, converted[1] as number]
}
