import { type PasswordOwner, passwordFaults } from '@lvliang/shared/accounts/password-rules'
import { useState } from 'react'

/** A password typed twice, held against the rules while it is typed. */
export function useNewPassword(owner: PasswordOwner) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  /** Nothing is called wrong before it was meant to be done. */
  const [isTried, setTried] = useState(false)
  const faults = passwordFaults(password, owner)
  const isSame = password === again
  return {
    password,
    setPassword,
    again,
    setAgain,
    faults,
    isSame,
    isTried,
    /** Whether it may be sent; from now on what is missing is called wrong. */
    check(): boolean {
      setTried(true)
      return faults.length === 0 && isSame
    },
    clear(): void {
      setPassword('')
      setAgain('')
      setTried(false)
    },
  }
}
export type NewPassword = ReturnType<typeof useNewPassword>
