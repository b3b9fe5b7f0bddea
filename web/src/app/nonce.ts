import { setNonce } from 'get-nonce'

/** The nonce this answer's content security policy allows for styles made at run time. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

setNonce(styleNonce)
