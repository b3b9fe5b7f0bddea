/** Money is a whole number of fen; text is made from it exactly, never through floating point. */

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function decimal(amount: number, places: number, decimals: number): string {
  const unit = 10 ** (places - decimals)
  const rounded = Math.sign(amount) * Math.round(Math.abs(amount) / unit)
  const digits = String(Math.abs(rounded)).padStart(decimals + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - decimals))
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${rounded < 0 ? '-' : ''}${whole}${fraction}`
}

/** Fen → 万元 (ten thousand yuan) with two decimals, half away from zero: 123_456_700 → `123.46`. */
export function formatWan(fen: number, decimals = 2): string {
  return decimal(fen, 6, decimals)
}

/** Fen → yuan with two decimals, exact: 123_450 → `1,234.50`. */
export function formatYuan(fen: number): string {
  return decimal(fen, 2, 2)
}
