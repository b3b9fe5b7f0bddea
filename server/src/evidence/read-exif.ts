import exifr from 'exifr'

/** What a photo says of itself. */
export interface Taken {
  /** `YYYY-MM-DDTHH:MM:SS`, the camera's clock. */
  at: string | null
  position: { lon: number; lat: number } | null
}

const NOTHING: Taken = { at: null, position: null }
const HEADER = 'Exif\0\0'
const TIME = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/

function instantOf(value: unknown): string | null {
  const [, year, month, day, time] = TIME.exec(String(value)) ?? []
  const at = `${year}-${month}-${day}T${time}`
  return time === undefined || Number.isNaN(Date.parse(`${at}Z`)) ? null : at
}

/** Cameras without a fix write zeros. */
function positionOf(lon: unknown, lat: unknown): Taken['position'] {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
  const isOnEarth = Math.abs(lon as number) <= 180 && Math.abs(lat as number) <= 90
  return isOnEarth && !(lon === 0 && lat === 0) ? { lon: lon as number, lat: lat as number } : null
}

/** Time and place from a picture's EXIF block; nothing where there is none or it cannot be read. */
export async function readExif(block: Buffer | undefined): Promise<Taken> {
  if (block === undefined) return NOTHING
  const tiff = block.toString('latin1', 0, HEADER.length) === HEADER ? block.subarray(HEADER.length) : block
  try {
    const read = await exifr.parse(tiff, { gps: true, reviveValues: false, translateValues: false, mergeOutput: true })
    return {
      at: instantOf(read?.DateTimeOriginal ?? read?.CreateDate),
      position: positionOf(read?.longitude, read?.latitude),
    }
  } catch {
    return NOTHING
  }
}
