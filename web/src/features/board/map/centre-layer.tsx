import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { useEffect, useRef } from 'react'
import { useMap } from 'react-leaflet'
import type { MapWords } from './map-words.ts'
import { createMarkerBoard, type MarkerBoard } from './marker-board.ts'

interface CentreLayerProps {
  centres: readonly Centre[]
  words: MapWords
  selected: string | undefined
  onSelect: (code: string) => void
}

export function CentreLayer({ centres, words, selected, onSelect }: CentreLayerProps) {
  const map = useMap()
  const board = useRef<MarkerBoard | null>(null)
  useEffect(() => {
    const made = createMarkerBoard(map, { words, onSelect })
    board.current = made
    return () => made.remove()
  }, [map, words, onSelect])

  useEffect(() => {
    // After the counties, in a task of its own.
    const later = setTimeout(() => board.current?.show(centres))
    return () => clearTimeout(later)
  }, [centres, map, words, onSelect])

  useEffect(() => {
    board.current?.highlight(selected)
  }, [selected])

  const position = centres.find(centre => centre.code === selected)?.position
  const [lon, lat] = [position?.lon, position?.lat]
  useEffect(() => {
    if (lon === undefined || lat === undefined) return
    if (!map.getBounds().pad(-0.05).contains([lat, lon])) map.panTo([lat, lon])
  }, [map, lon, lat])
  return null
}
