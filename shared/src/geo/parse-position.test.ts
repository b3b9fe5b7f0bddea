import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePosition } from './parse-position.ts'

const LULIANG = { west: 110.3, south: 36.7, east: 112.4, north: 38.8 }
const parse = (text: string) => parsePosition(text, LULIANG)
const at = (lon: number, lat: number, form: string, datum = 'unknown') => ({ lon, lat, form, datum })

const plain = (form: string, datum?: string) => at(111.1, 37.5, form, datum)
const [lonDms, latDms] = [(111 * 3600 + 6 * 60 + 20) / 3600, (37 * 3600 + 30 * 60 + 15) / 3600]
const dms = at(lonDms, latDms, 'degreesMinutesSeconds')
const dm = at(111 + 6.5 / 60, 37 + 30.25 / 60, 'degreesMinutes')

test.each([
  ['37.5,111.1', plain('latLon')],
  ['111.1,37.5', plain('lonLat')],
  ['37.5 111.1', plain('latLon')],
  [' 111.1\t37.5\n', plain('lonLat')],
  ['[111.1, 37.5]', plain('lonLat')],
  ['(37.5; 111.1)', plain('latLon')],
  ['３７．５，１１１．１', plain('latLon')],
  ['坐标：111.1、37.5（村口）', plain('lonLat')],
  ['37.5°, 111.1°', plain('latLon')],
  ['N37.5 E111.1', plain('directions')],
  ['37.5N 111.1E', plain('directions')],
  ['37.5° n, 111.1° e', plain('directions')],
  ['E 111.1, N 37.5', plain('directions')],
  ['北纬37.5° 东经111.1°', plain('chinese')],
  ['东经111.1度，北纬37.5度', plain('chinese')],
  ['37°30′15″N 111°6′20″E', dms],
  ['37°30\'15" 111°06\'20"', dms],
  ["N37º30'15'' E111º06'20''", dms],
  ['东经111度6分20秒 北纬37度30分15秒', dms],
  ['37 30 15 N 111 6 20 E', dms],
  ['37:30:15, 111:06:20', dms],
  ["37°30'15.5\" 111°6'", at(111.1, (37 * 3600 + 30 * 60 + 15.5) / 3600, 'degreesMinutesSeconds')],
  ["37°30.25'N 111°6.5'E", dm],
  ['北纬37度30.25分 东经111度6.5分', dm],
  ['37 30.25, 111 6.5', dm],
  ['lat: 37.5 lng: 111.1', plain('labels')],
  ['Longitude = 111.1; Latitude = 37.5', plain('labels')],
  ['经度：111.1 纬度：37.5', plain('labels')],
  ['{"lon": 111.1, "lat": 37.5}', plain('json')],
  ['{"latitude":"37.5","longitude":"111.1"}', plain('json')],
  ['{"type":"Point","coordinates":[111.1,37.5]}', plain('geoJson', 'wgs84')],
  ['POINT(111.1 37.5)', plain('wkt')],
  ['SRID=4326;POINT Z (111.1 37.5 940)', plain('wkt', 'wgs84')],
  ['geo:37.5,111.1', plain('geoUri', 'wgs84')],
  ['geo:37.5,111.1;u=35', plain('geoUri', 'wgs84')],
  ['https://uri.amap.com/marker?position=111.1,37.5&name=前坡村', plain('amap', 'gcj02')],
  ['https://www.amap.com/?q=37.5%2C111.1%2C%E5%89%8D%E5%9D%A1', plain('amap', 'gcj02')],
  ['https://www.amap.com/?p=B016D0,37.5,111.1,前坡', plain('amap', 'gcj02')],
  ['https://apis.map.qq.com/uri/v1/marker?marker=coord:37.5,111.1;title:x', plain('tencent', 'gcj02')],
  ['http://api.map.baidu.com/marker?location=37.5,111.1&title=x', plain('baidu', 'bd09')],
  ['http://api.map.baidu.com/marker?location=37.5,111.1&coord_type=gcj02', plain('baidu', 'gcj02')],
  ['https://www.google.com/maps/@37.5,111.1,15z', plain('google')],
  ['https://www.google.com/maps/place/x/@37.6,111.2,17z/data=!3m1!4b1!3d37.5!4d111.1', plain('google')],
  ['https://maps.google.com/?q=37.5,111.1', plain('mapLink')],
  ['https://www.openstreetmap.org/?mlat=37.5&mlon=111.1#map=15/37.5/111.1', plain('openStreetMap', 'wgs84')],
  ['https://www.openstreetmap.org/#map=15/37.5/111.1', plain('openStreetMap', 'wgs84')],
  ['高德 111.1,37.5', plain('lonLat', 'gcj02')],
  ['GCJ-02: 37.5, 111.1', plain('latLon', 'gcj02')],
  ['百度坐标 BD09 111.1,37.5', plain('lonLat', 'bd09')],
  ['WGS84 37.5 111.1', plain('latLon', 'wgs84')],
])('%s is recognised', (text, position) => {
  expect(parse(text)).toEqual(position)
})

describe('which number is the longitude', () => {
  test('is decided by the bounds, else by what is in China, else by what is on Earth', () => {
    expect(parsePosition('45,46', { west: 44, south: 45.5, east: 45.5, north: 47 })).toMatchObject({ lon: 45, lat: 46 })
    expect(parse('116.4,39.9')).toMatchObject({ lon: 116.4, lat: 39.9 })
    expect(parse('-120 60')).toMatchObject({ lon: -120, lat: 60 })
  })

  test('is never turned against what was written', () => {
    expect(parse('N10 E20')).toEqual(at(20, 10, 'directions'))
    expect(parse('S10 W20')).toEqual(at(-20, -10, 'directions'))
  })
})

test.each([
  ['', 'noNumbers'],
  ['前坡村', 'noNumbers'],
  ['111.1', 'oneNumber'],
  ['37.5, 111.1, 940', 'tooManyNumbers'],
  ['N37.5 N111.1', 'directions'],
  ['N37.5 111.1', 'directions'],
  ["37°61' 111°6'", 'minutes'],
  ["37.5°30' 111°6'", 'minutes'],
  ['20 30', 'ambiguous'],
  ['200 300', 'offEarth'],
  ['N111.1 E37.5', 'offEarth'],
  ['1'.repeat(2001), 'tooLong'],
])('%s is no position: %s', (text, fault) => {
  expect(parse(text)).toEqual({ faults: [fault] })
})

const decimals = (least: number, most: number) =>
  fc
    .integer({ min: least * 1e7, max: most * 1e7 })
    .map(n => `${Math.floor(n / 1e7)}.${String(n % 1e7).padStart(7, '0')}`)
const lons = decimals(110.3, 112.4)
const lats = decimals(36.7, 38.8)

test('a page of Baidu’s map, whose address has metres, is read in degrees', () => {
  const read = parsePosition('https://map.baidu.com/poi/天安门/@12958175,4825923.77,15.4z')
  expect(read).toMatchObject({ form: 'baidu', datum: 'bd09' })
  expect('lon' in read && [read.lon, read.lat]).toEqual([expect.closeTo(116.404, 2), expect.closeTo(39.915, 2)])
})

test('a text made to be slow is answered at once', () => {
  const slow = ['map.baidu.com location=1 ', '?q=1 p=,1 amap.com', 'google. !3d1!4d @1 ', '1°1\'1" ', '1 1,', 'EE NN ']
  const started = performance.now()
  for (const part of slow) parse(part.repeat(2000 / part.length))
  expect(performance.now() - started).toBeLessThan(250)
})

test('every form of decimal degrees keeps each digit', () => {
  const forms = [
    (lon: string, lat: string) => `${lon},${lat}`,
    (lon: string, lat: string) => `${lat} ${lon}`,
    (lon: string, lat: string) => `北纬${lat}°东经${lon}°`,
    (lon: string, lat: string) => `POINT(${lon} ${lat})`,
    (lon: string, lat: string) => `https://uri.amap.com/marker?position=${lon},${lat}`,
  ]
  fc.assert(
    fc.property(lons, lats, fc.constantFrom(...forms), (lon, lat, write) => {
      expect(parse(write(lon, lat))).toMatchObject({ lon: Number(lon), lat: Number(lat) })
    }),
  )
})

test('degrees, minutes and seconds name the place they were made from, to a millimetre', () => {
  const part = (most: number) => fc.integer({ min: 0, max: most })
  fc.assert(
    fc.property(fc.constantFrom(37, 38), part(59), part(59_999), (degrees, minutes, milliseconds) => {
      const seconds = (milliseconds / 1000).toFixed(3)
      const read = parse(`N${degrees}°${minutes}′${seconds}″ E111°6′20″`)
      expect(read).toMatchObject({ lon: lonDms })
      expect('lat' in read && read.lat).toBeCloseTo(degrees + minutes / 60 + Number(seconds) / 3600, 8)
    }),
  )
})

test('any text is answered, with a position on Earth or with what is wrong', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,-°\'"NSEWnew 东经北纬度分秒%{}[]:;=@?') })
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), text => {
      const read = parse(text)
      if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0)
      else expect(Math.abs(read.lon) <= 180 && Math.abs(read.lat) <= 90).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
