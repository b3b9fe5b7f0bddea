/** What was written of a pair of angles, before it is known which is which. */
export interface Angles {
  values: [number, number]
  /** `E` first, `N` first, or no direction written. */
  first: 'E' | 'N' | null
  /** How finely: 1 degrees, 2 and minutes, 3 and seconds. */
  parts: number
}
export type AngleFault = 'noNumbers' | 'oneNumber' | 'tooManyNumbers' | 'directions' | 'minutes'

const word = (words: string) => new RegExp(`(?<![A-Za-z])(?:${words})(?![A-Za-z])`, 'gi')

/** Each way to write a sign, and the one sign it stands for here; marks as NFKC leaves them. */
const SIGNS: readonly [RegExp, string][] = [
  [/′′|''|[″“”]|秒/g, '"'],
  [/[′’‘`分]/g, "'"],
  [/[−–](?=\d)/g, '-'],
  [/东经|经度/g, 'E'],
  [/北纬|纬度/g, 'N'],
  [/西经/g, 'W'],
  [/南纬/g, 'S'],
  [/度/g, '°'],
  [word('longitude|lng|lon|long|e'), 'E'],
  [word('latitude|lat|n'), 'N'],
  [word('w'), 'W'],
  [word('s'), 'S'],
]

const TOKEN = /(?<![A-Za-z])[NSEW](?![A-Za-z])|(?:(?<![\d.A-Za-z])[+-])?\d+(?:\.\d+)?\s*[°'"]?/g
const UNIT: Record<string, number> = { '°': 0, "'": 1, '"': 2 }
const isLetter = (token: string) => /^[NSEW]$/.test(token)

/** Letters and numbers in one hand: full-width made half-width, 度分秒 made signs, words of direction made letters. */
function tokensOf(text: string): string[] {
  const narrow = text.replace(/[º˚]/g, '°').replace(/´/g, "'").normalize('NFKC')
  return SIGNS.reduce((written, [sign, one]) => written.replace(sign, one), narrow).match(TOKEN) ?? []
}

type Halves = [string[], string[]]

/** The second angle begins at its degree sign, or halfway; an odd number of plain numbers has no half. */
function byDegrees(numbers: readonly string[]): Halves | null {
  const second = numbers.findIndex((number, i) => i > 0 && number.endsWith('°'))
  if (second < 0 && numbers.length % 2 === 1) return null
  const at = second < 0 ? numbers.length / 2 : second
  return [numbers.slice(0, at), numbers.slice(at)]
}

/** The second angle begins at its letter, or after the first one's where letters follow. */
function byLetters(tokens: readonly string[]): Halves {
  const at = isLetter(tokens[0] ?? '') ? tokens.findLastIndex(isLetter) : tokens.findIndex(isLetter)
  return [tokens.slice(0, at), tokens.slice(at)].map(half => half.filter(token => !isLetter(token))) as Halves
}

/** Degrees of an angle's numbers; one number alone is what it says, to the last digit. */
function degreesOf(numbers: readonly string[]): number | AngleFault {
  if (numbers.length === 0) return 'directions'
  if (numbers.length > 3) return 'tooManyNumbers'
  if (numbers.slice(0, -1).some(number => number.includes('.'))) return 'minutes'
  const parts: [number, number, number] = [0, 0, 0]
  for (const [i, number] of numbers.entries()) {
    parts[i === 0 ? 0 : (UNIT[number.at(-1) as string] ?? i)] = Math.abs(Number.parseFloat(number))
  }
  const [degrees, minutes, seconds] = parts
  if (minutes >= 60 || seconds >= 60) return 'minutes'
  const size = numbers.length === 1 ? degrees : (degrees * 3600 + minutes * 60 + seconds) / 3600
  return numbers[0]?.startsWith('-') ? -size : size
}

/**
 * Reads two angles as people write them: `37.5,111.1`, `N37.5 E111.1`, `北纬37°30′15″ 东经111°6′20″`,
 * `111度6.5分 37度30分`, `37 30 15N 111 6 20E`, `lat: 37.5 lng: 111.1`. Degrees, south and west negative.
 */
export function parseAngles(text: string): Angles | { fault: AngleFault } {
  const tokens = tokensOf(text)
  const letters = tokens.filter(isLetter)
  const numbers = tokens.filter(token => !isLetter(token))
  if (numbers.length < 2) return { fault: numbers.length === 0 ? 'noNumbers' : 'oneNumber' }
  const axes = letters.map(letter => (letter === 'E' || letter === 'W' ? 'E' : 'N'))
  if (letters.length > 0 && (letters.length !== 2 || axes[0] === axes[1])) return { fault: 'directions' }
  const angles = letters.length === 2 ? byLetters(tokens) : byDegrees(numbers)
  if (angles === null) return { fault: 'tooManyNumbers' }
  const [a, b] = angles.map(degreesOf) as [number | AngleFault, number | AngleFault]
  if (typeof a === 'string') return { fault: a }
  if (typeof b === 'string') return { fault: b }
  const signed = (degrees: number, letter = '') => (/[WS]/.test(letter) ? -degrees : degrees)
  return {
    values: [signed(a, letters[0]), signed(b, letters[1])],
    first: axes[0] ?? null,
    parts: Math.max(angles[0].length, angles[1].length),
  }
}
