/** The fonts that GB/T 9704-2012 asks for, each with those that stand in for it where a machine has it not. */
const CHAINS = {
  方正小标宋简体: ['方正小标宋_GBK', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['仿宋', 'FangSong', 'Noto Serif CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', 'Noto Serif CJK SC'],
  黑体: ['SimHei', 'Noto Sans CJK SC'],
  宋体: ['SimSun', 'Noto Serif CJK SC'],
} as const
type FontName = keyof typeof CHAINS

/** Latin letters and digits as offices set them. */
const LATIN = 'Times New Roman'

const fontOf = (eastAsia: FontName) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia })

export const FONTS = {
  title: fontOf('方正小标宋简体'),
  body: fontOf('仿宋_GB2312'),
  heading: fontOf('黑体'),
  group: fontOf('楷体_GB2312'),
  small: fontOf('宋体'),
} as const

const entry = ([name, others]: [string, readonly string[]]) =>
  `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/>` +
  `<w:family w:val="${name === '黑体' ? 'modern' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`

/** Word looks here for what to take in the place of a font that is missing. */
export const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${Object.entries(CHAINS).map(entry).join('')}</w:fonts>`
