import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Home } from '../session/home-of.ts'

interface GoToProps {
  home: Home
  wall?: true
}

/** Leads elsewhere, once: the router's own `Navigate` sets out again each time it is drawn. */
export function GoTo({ home, wall }: GoToProps) {
  const navigate = useNavigate()
  const { to } = home
  const code = 'params' in home ? home.params.code : ''
  useEffect(() => void navigate({ to, params: { code }, search: { wall }, replace: true }), [navigate, to, code, wall])
  return null
}
