import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** The secret of a one-time link; read from the address, which forgets it at once. */
export function useFragmentToken(): string {
  const hash = useLocation({ select: location => location.hash })
  const navigate = useNavigate()
  const [token, setToken] = useState(hash)
  useEffect(() => {
    if (hash === '') return
    setToken(hash)
    void navigate({ to: '.', search: true, hash: '', replace: true })
  }, [hash, navigate])
  return token
}
