import type { Datum } from './datum.ts'

/** Which number comes first; `mercator`: both are Baidu's metres. */
export type Order = 'lonLat' | 'latLon' | 'mercator'
/** The datum a form is known to be in; `unknown`: it may be any. */
export type StatedDatum = Datum | 'unknown'

const N = String.raw`([+-]?\d+(?:\.\d+)?)`
const PAIR = String.raw`\s*${N}(?:\s*[,;|]\s*|\s+)${N}`
const form = (source: string) => new RegExp(source, 'i')

/**
 * Written forms that say by themselves what they are, first match wins: two numbers in the order of their makers.
 * Map services of mainland China shift positions: 高德 and 腾讯 are in GCJ-02, 百度 in BD-09. Google shows either there.
 */
export const WRITTEN_FORMS = [
  // https://lbs.baidu.com/faq/api?title=webapi/uri/web: `coord_type` names another datum.
  ['baidu', 'gcj02', 'latLon', form(`baidu\\.com.*coord_type=gcj02.*(?:location|latlng|center)=${PAIR}`)],
  ['baidu', 'gcj02', 'latLon', form(`baidu\\.com.*(?:location|latlng|center)=${PAIR}.*coord_type=gcj02`)],
  ['baidu', 'wgs84', 'latLon', form(`baidu\\.com.*(?:location|latlng|center)=${PAIR}.*coord_type=wgs84`)],
  ['baidu', 'bd09', 'latLon', form(`baidu\\.com.*(?:location|latlng|center)=(?:latlng:)?${PAIR}`)],
  ['baidu', 'bd09', 'mercator', form(`map\\.baidu\\.com.*@${N},${N}`)],
  ['amap', 'gcj02', 'lonLat', form(`(?:amap|gaode)\\.com.*(?:position|location|center|lnglat|markers?)=${PAIR}`)],
  ['amap', 'gcj02', 'latLon', form(`(?:amap|gaode)\\.com.*[?&](?:q=|p=[^,&]*,)${PAIR}`)],
  ['tencent', 'gcj02', 'latLon', form(`map\\.qq\\.com.*(?:coord[:=]|center=|location=)${PAIR}`)],
  ['openStreetMap', 'wgs84', 'latLon', form(`openstreetmap\\.org.*mlat=${N}&mlon=${N}`)],
  ['openStreetMap', 'wgs84', 'latLon', form(`openstreetmap\\.org.*map=[\\d.]+/${N}/${N}`)],
  // The place pressed (`!3d…!4d…`) rather than the middle of the view (`@…`).
  ['google', 'unknown', 'latLon', form(`google\\..*!3d${N}!4d${N}`)],
  ['google', 'unknown', 'latLon', form(`google\\..*/@${PAIR}`)],
  ['mapLink', 'unknown', 'latLon', form(`^https?:.*[?&](?:q|query|ll|center|location|daddr)=(?:loc:)?${PAIR}`)],
  // RFC 5870: WGS-84 where no `crs` is named.
  ['geoUri', 'unknown', 'latLon', form(`^geo:${PAIR}.*;crs=(?!wgs84)`)],
  ['geoUri', 'wgs84', 'latLon', form(`^geo:${PAIR}`)],
  ['wkt', 'wgs84', 'lonLat', form(`SRID\\s*=\\s*4326\\s*;\\s*POINT\\s*Z?\\s*\\(${PAIR}`)],
  ['wkt', 'unknown', 'lonLat', form(`POINT\\s*Z?\\s*\\(${PAIR}`)],
  // RFC 7946: WGS-84, longitude first.
  ['geoJson', 'wgs84', 'lonLat', form(`"coordinates"\\s*:\\s*\\[${PAIR}`)],
] as const satisfies readonly (readonly [string, StatedDatum, Order, RegExp])[]

/** Words beside the numbers that name their datum, and are no numbers of the position. */
export const DATUM_WORDS: readonly (readonly [StatedDatum, RegExp])[] = [
  ['gcj02', /GCJ[-\s]?02|火星坐标系?|高德|腾讯/gi],
  ['bd09', /BD[-\s]?09(?:LL)?|百度/gi],
  ['wgs84', /WGS[-\s]?(?:19)?84|CGCS[-\s]?2000/gi],
]
