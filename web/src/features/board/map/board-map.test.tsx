import { lazy, Suspense, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createCentre, createSummary, plan } from '../../../../../test/factories/board.ts'
import type { CountyMap } from '../../../api/map.queries.ts'
import { setHoveredCentre } from '../../../hover/hovered-centre.ts'
import { show } from '../../../testing/show.tsx'
import { BoardMap, type BoardMapProps } from './board-map.tsx'
import { useMapWords } from './use-map-words.ts'

/** The plan's counties as squares side by side, where the centres below stand inside them. */
const map: CountyMap = {
  type: 'FeatureCollection',
  features: plan.counties.map(({ code, name }, i) => {
    const [west, south] = [110.5 + (i % 4) * 0.5, 36.8 + Math.floor(i / 4) * 0.5]
    const [east, north] = [west + 0.5, south + 0.5]
    const ring = [west, south, east, south, east, north, west, north, west, south]
    const corners = Array.from({ length: 5 }, (_, k) => [ring[2 * k]!, ring[2 * k + 1]!])
    const labelAt: [number, number] = [west + 0.25, south + 0.25]
    return {
      type: 'Feature',
      properties: { code, name, labelAt, seat: labelAt },
      geometry: { type: 'Polygon', coordinates: [corners] },
    }
  }),
}
const base = { type: 'FeatureCollection' as const, features: [] }
const at = (lon: number, lat: number) => ({ lon, lat, source: 'test', accuracyM: null })
const late = { colour: 'red', reasons: [], justified: null } as const
const centres = [
  createCentre(),
  createCentre({ code: 'LL2018-002', name: '柏影沟村', light: { ...late, reasons: [] }, position: at(111.1, 38.3) }),
  createCentre({ code: 'LL2018-003', name: '晴岚塬村', verification: 'verified', position: at(110.9, 38) }),
]

function Framed(props: Partial<BoardMapProps>) {
  const words = useMapWords(plan, createSummary(), 'mainStructure')
  return (
    <div style={{ width: 800, height: 600 }}>
      <BoardMap
        counties={map}
        base={base}
        centres={centres}
        summary={createSummary()}
        node="mainStructure"
        deepPoverty={new Set(['141124'])}
        focus={undefined}
        selected={undefined}
        words={words}
        onSelect={() => {}}
        onCounty={() => {}}
        {...props}
      />
    </div>
  )
}

const markers = () => document.querySelectorAll('.marker-box')
const marked = (shape: string) => document.querySelector(`.marker-box:has(.mark-${shape})`)

test('it draws 13 named counties and a marker by shape and fill for each centre with a position', async () => {
  show(<Framed />)
  await expect.poll(() => markers().length).toBe(3)
  expect(document.querySelectorAll('path.county')).toHaveLength(13)
  expect(document.querySelectorAll('.county-label')).toHaveLength(13)
  expect(marked('red')).not.toBeNull()
  expect(document.querySelectorAll('.mark-green.mark-cored, .mark-green.mark-solid')).toHaveLength(2)
})

test('pressing a marker selects its centre, pressing a name its county', async () => {
  const onSelect = vi.fn()
  const onCounty = vi.fn()
  show(<Framed onSelect={onSelect} onCounty={onCounty} />)
  await expect.poll(() => marked('red')).not.toBeNull()
  await userEvent.click(marked('red')!)
  expect(onSelect).toHaveBeenCalledWith('LL2018-002')
  await userEvent.click(page.getByText('临县').element())
  expect(onCounty).toHaveBeenCalledWith('141124')
})

test('a centre hovered elsewhere is marked on the map', async () => {
  show(<Framed />)
  await expect.poll(() => marked('red')).not.toBeNull()
  setHoveredCentre('LL2018-002')
  expect(marked('red')!.classList).toContain('is-hovered')
  setHoveredCentre(null)
  expect(marked('red')!.classList).not.toContain('is-hovered')
})

test('markers that would touch stand as one ring with their number', async () => {
  const near = [
    createCentre(),
    createCentre({ code: 'LL2018-002', position: at(111.2004, 37.5), light: late as never }),
  ]
  show(<Framed centres={near} />)
  await expect.poll(() => document.querySelector('.marker-cluster')?.textContent).toBe('2')
  expect(document.querySelectorAll('.ring-red, .ring-green')).toHaveLength(2)
})

test('it outlives a part of the page beside it that suspends again, under StrictMode', async () => {
  const Slow = () => {
    const [turn, setTurn] = useState(0)
    const Part = useLazy(turn)
    return (
      <>
        <button type="button" onClick={() => setTurn(turn + 1)}>
          again
        </button>
        <Framed />
        <Suspense fallback={<p>wait</p>}>
          <Part />
        </Suspense>
      </>
    )
  }
  show(<Slow />)
  await expect.poll(() => markers().length).toBe(3)
  await page.getByRole('button', { name: 'again' }).click()
  await page.getByRole('button', { name: 'again' }).click()
  await expect.element(page.getByText('part 2')).toBeVisible()
  expect(markers()).toHaveLength(3)
})

const parts = new Map<number, ReturnType<typeof lazy>>()

function useLazy(turn: number) {
  const known = parts.get(turn)
  if (known) return known
  const part = lazy(async () => {
    await new Promise(resolve => setTimeout(resolve, 30))
    return { default: () => <p>part {turn}</p> }
  })
  parts.set(turn, part)
  return part
}
