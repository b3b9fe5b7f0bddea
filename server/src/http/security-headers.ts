const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  // Documents are shown in frames.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
]

/** What may run on a page; a nonce admits the one style element of an HTML answer. */
export const contentSecurityPolicy = (nonce?: string): string =>
  POLICY.map(rule => (nonce && rule.startsWith('style-src') ? `${rule} 'nonce-${nonce}'` : rule)).join('; ')

/** Sent with every answer, errors and health included. */
export const SECURITY_HEADERS = Object.freeze({
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  // An inspector's device says where it is, when asked.
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
})
