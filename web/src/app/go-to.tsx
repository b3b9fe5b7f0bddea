import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { homeOf } from '../session/home-of.ts'

interface GoToProps {
  to: ReturnType<typeof homeOf>
  wall?: true
}

/** Leads elsewhere, once: the router's own `Navigate` sets out again each time it is drawn. */
export function GoTo({ to, wall }: GoToProps) {
  const navigate = useNavigate()
  useEffect(() => void navigate({ to, search: { wall }, replace: true }), [navigate, to, wall])
  return null
}
