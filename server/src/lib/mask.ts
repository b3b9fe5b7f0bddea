/** Hides the middle of a phone number: `13812341234` → `138****1234`. Shorter numbers keep two digits at the end. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null
  const digits = phone.replace(/\D/g, '')
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return `****${digits.length > 4 ? digits.slice(-2) : ''}`
}

/** A record's body with its telephone number masked. */
export function maskRecord(body: object): Record<string, unknown> {
  if (!('facts' in body) || typeof body.facts !== 'object' || body.facts === null) return { ...body }
  const { phone, ...facts } = body.facts as { phone?: string | null }
  return { ...body, facts: phone === undefined ? facts : { ...facts, phone: maskPhone(phone) } }
}
