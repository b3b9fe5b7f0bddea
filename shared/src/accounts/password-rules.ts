export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** What can be wrong with a password, besides being one that others use. */
export const PASSWORD_FAULTS = ['tooShort', 'tooLong', 'holdsUsername', 'holdsName', 'holdsCounty'] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

/** Whose password it is to be. */
export interface PasswordOwner {
  username: string
  name: string | null
  /** The name of the county the account speaks for, e.g. 临县, Lin County. */
  county: { zh: string; en: string } | null
}

/** A password in the one form in which it is kept and compared, however a keyboard composes its characters. */
export const normalisePassword = (password: string): string => password.normalize('NFKC')

/** Letters as one reads them: no case, no accents, nothing between them. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._\-'’·]+/gu, '')

const HAN = /\p{Script=Han}/u
/** A syllable of Latin letters is in many words; two Chinese characters are a name already. */
const fewest = (text: string) => (HAN.test(text) ? 2 : 3)
const holds = (password: string, part: string) => {
  const letters = bare(part)
  return letters.length >= fewest(letters) && password.includes(letters)
}

/** The ways a county is written: 临县, Lin County, Linxian; the bare stem where it is not a mere syllable. */
function namesOfCounty({ zh, en }: { zh: string; en: string }): string[] {
  const [stem = '', ...kind] = en.split(' ')
  const pinyin = { 县: 'xian', 市: 'shi', 区: 'qu' }[zh.at(-1) ?? ''] ?? ''
  const short = bare(stem).length >= 4 ? [stem] : []
  return [zh, zh.slice(0, -1), stem + kind.join(''), stem + pinyin, ...short]
}

const namesOfPerson = (name: string | null) => (name === null ? [] : [name, ...name.split(/[\s,，（）()·]+/)])

/**
 * What is wrong with a new password; empty: nothing these rules know of. Length is counted in characters, names are
 * looked for without regard to case, width, accents and separators.
 */
export function passwordFaults(password: string, owner: PasswordOwner): PasswordFault[] {
  const length = [...normalisePassword(password)].length
  const letters = bare(password)
  const wrong: Record<PasswordFault, boolean> = {
    tooShort: length < SHORTEST_PASSWORD,
    tooLong: length > LONGEST_PASSWORD,
    holdsUsername: holds(letters, owner.username),
    holdsName: namesOfPerson(owner.name).some(name => holds(letters, name)),
    holdsCounty: owner.county !== null && namesOfCounty(owner.county).some(name => holds(letters, name)),
  }
  return PASSWORD_FAULTS.filter(fault => wrong[fault])
}
