import type { ActDone } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { CentreFacts } from '@lvliang/shared/centres/record.schema'
import { ApiError } from '../../api/client.ts'
import type { ActPath } from '../../api/county.queries.ts'
import type { CellChange } from '../../components/sheet-grid/edit-history.ts'
import { type CellAct, type CellContext, type CellFault, fieldOf } from './cell-fields.ts'

export type EditStatus = 'waiting' | 'sending' | 'failed' | 'fault' | 'doubt' | 'conflict'

/** What somebody typed into a cell and the server does not hold yet. */
export interface CellEdit {
  columnId: string
  text: string
  /** What stood there when the edit began. */
  base: string
  status: EditStatus
  /** What the text itself has wrong. */
  fault?: CellFault
  /** What the server refused it for. */
  error?: ApiError
  /** What somebody else has put there meanwhile. */
  theirs?: string
  acceptDoubts?: boolean
  /** Refused together with others: sent by itself, so that what is wrong stands at its own cell. */
  alone?: boolean
  /** Texts sent before for the same cell whose answers were lost: found there, they are nobody else's. */
  tried: readonly string[]
}

export type EditsOfCentre = ReadonlyMap<string, CellEdit>

export interface QueueState {
  edits: ReadonlyMap<string, EditsOfCentre>
  /** How many edits the server has taken. */
  saved: number
  /** Centres somebody else changed in other fields meanwhile, both changes kept. */
  merged: readonly string[]
}

interface Batch {
  id: string
  path: ActPath
  body: object
  edits: readonly CellEdit[]
}

export interface SaveQueueDeps {
  send: (centre: CentreSheet, path: ActPath, body: object) => Promise<ActDone>
  centreOf: (code: string) => CentreSheet | undefined
  /** Takes a centre as the server now has it. */
  onCentre: (centre: CentreSheet) => void
  context: () => CellContext
  newId: () => string
}

const NOTHING: QueueState = { edits: new Map(), saved: 0, merged: [] }

/** Refused for what it says; anything else is worth another try. */
const isAboutContent = ({ status }: ApiError) => status === 400 || status === 409 || status === 422

/** The day that stands there, typed otherwise: 7.30 for 2018-07-30. */
function isAsItIs(act: CellAct, shown: string): boolean {
  if (act.kind === 'report') return act.date === shown
  return act.kind === 'facts' && Object.values(act.facts.planned ?? {}).some(day => day === shown)
}

function factsOf(acts: readonly CellAct[]): Partial<CentreFacts> {
  const facts: Partial<CentreFacts> = {}
  for (const act of acts) {
    if (act.kind !== 'facts') continue
    Object.assign(facts, act.facts, act.facts.planned && { planned: { ...facts.planned, ...act.facts.planned } })
  }
  return facts
}

function requestOf(acts: readonly CellAct[]): { path: ActPath; body: object } {
  const [first] = acts
  if (first?.kind === 'report') return { path: '/stage-records', body: { stage: first.stage, date: first.date } }
  if (first?.kind === 'withdraw') return { path: '/stage-withdrawals', body: { reportId: first.reportId } }
  return { path: '', body: { facts: factsOf(acts) } }
}

/**
 * Saves what is typed, centre by centre, in order, each from the version it finds. What somebody else changed in the
 * same cell waits for a choice, in other cells it is kept beside; what fails stays until it is saved or taken back.
 */
export class SaveQueue {
  readonly #deps: SaveQueueDeps
  readonly #listeners = new Set<() => void>()
  readonly #running = new Set<string>()
  /** Batches whose answers were lost, to be sent again under the same ids. */
  readonly #lost = new Map<string, Batch>()
  /** What this window has put into a cell last. */
  readonly #own = new Map<string, string>()
  #state = NOTHING

  constructor(deps: SaveQueueDeps) {
    this.#deps = deps
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = () => this.#state

  edit(changes: readonly CellChange[]): void {
    for (const change of changes) this.#begin(change)
    for (const code of new Set(changes.map(({ rowKey }) => rowKey))) void this.#run(code)
  }

  /** Sends again what could not be sent. */
  retry(): void {
    for (const [code, edits] of this.#state.edits) {
      for (const edit of edits.values()) {
        if (edit.status === 'failed') this.#set(code, { ...edit, status: 'waiting' })
      }
      void this.#run(code)
    }
  }

  /** Saves what is doubtful all the same. */
  accept(code: string, columnId: string): void {
    this.#again(code, columnId, { acceptDoubts: true })
  }

  /** Mine in place of theirs. */
  keepMine(code: string, columnId: string): void {
    const theirs = this.#at(code, columnId)?.theirs
    if (theirs !== undefined) this.#again(code, columnId, { base: theirs, theirs: undefined })
  }

  /** Forgets what was typed. */
  drop(code: string, columnId: string): void {
    this.#forget(code, [columnId])
  }

  /** Remembers that what stands in a cell was put there from here. */
  claim(code: string, columnId: string, text: string): void {
    this.#own.set(`${code} ${columnId}`, text)
  }

  readonly isOwn = (code: string, columnId: string, text: string) => this.#own.get(`${code} ${columnId}`) === text

  noticed(): void {
    this.#tell({ ...this.#state, merged: [] })
  }

  #begin({ rowKey: code, columnId, text, seen }: CellChange): void {
    const field = fieldOf(columnId)
    const centre = this.#deps.centreOf(code)
    if (!field || !centre) return
    const { words } = this.#deps.context()
    const former = this.#at(code, columnId)
    const stored = field.show(centre, words)
    const mayBeSaved = former?.status === 'sending' || former?.status === 'failed'
    const tried = mayBeSaved ? [...(former?.tried ?? []), former?.text ?? ''] : (former?.tried ?? [])
    if (text === stored && tried.length === 0) {
      this.#forget(code, [columnId])
      return
    }
    const theirs = former?.theirs ?? (seen !== undefined && seen !== (former?.text ?? stored) ? stored : undefined)
    if (theirs !== undefined) {
      this.#set(code, { columnId, text, base: former?.base ?? seen ?? stored, tried, status: 'conflict', theirs })
      return
    }
    const read = mayBeSaved ? null : field.read(text, centre, this.#deps.context())
    const fault = read && 'fault' in read ? read.fault : undefined
    const base = former?.base ?? stored
    this.#set(code, { columnId, text, base, tried, status: fault ? 'fault' : 'waiting', ...(fault && { fault }) })
  }

  #again(code: string, columnId: string, patch: Partial<CellEdit>): void {
    const edit = this.#at(code, columnId)
    if (!edit) return
    this.#set(code, { ...edit, ...patch, status: 'waiting', error: undefined })
    void this.#run(code)
  }

  async #run(code: string): Promise<void> {
    if (this.#running.has(code)) return
    this.#running.add(code)
    for (let batch = this.#next(code); batch; batch = this.#next(code)) await this.#send(code, batch)
    this.#running.delete(code)
  }

  /** What is to be sent next: facts together, a stage by itself. */
  #next(code: string): Batch | null {
    const lost = this.#lostOf(code)
    if (lost) return lost
    const centre = this.#deps.centreOf(code)
    const waiting = [...(this.#state.edits.get(code)?.values() ?? [])].filter(({ status }) => status === 'waiting')
    if (!centre) return null
    const acts: { edit: CellEdit; act: CellAct }[] = []
    for (const edit of waiting) {
      const act = this.#actOf(code, centre, edit)
      if (act) acts.push({ edit, act })
    }
    const [first] = acts
    if (!first) return null
    const isJoined = ({ edit, act }: (typeof acts)[number]) =>
      act.kind === 'facts' && !edit.alone && edit.acceptDoubts === first.edit.acceptDoubts
    const joined = isJoined(first) ? acts.filter(isJoined) : [first]
    const { path, body } = requestOf(joined.map(({ act }) => act))
    const id = this.#deps.newId()
    const acceptDoubts = first.edit.acceptDoubts && path !== '/stage-withdrawals' ? { acceptDoubts: true } : {}
    return { id, path, body: { id, ...body, ...acceptDoubts }, edits: joined.map(({ edit }) => edit) }
  }

  /** The batch whose answer was lost, once it is to be tried again; one that was typed over is not. */
  #lostOf(code: string): Batch | null {
    const lost = this.#lost.get(code)
    if (!lost) return null
    const edits = lost.edits.flatMap(({ columnId, text }) => {
      const edit = this.#at(code, columnId)
      return edit?.text === text ? [edit] : []
    })
    const isWhole = edits.length === lost.edits.length
    if (isWhole && edits.some(({ status }) => status !== 'waiting')) return null
    this.#lost.delete(code)
    return isWhole ? { ...lost, edits } : null
  }

  /** What an edit means for the centre as it is now; null: nothing any more. */
  #actOf(code: string, centre: CentreSheet, edit: CellEdit): CellAct | null {
    const field = fieldOf(edit.columnId)
    if (!field || field.show(centre, this.#deps.context().words) === edit.text) {
      this.#forget(code, [edit.columnId])
      return null
    }
    const read = field.read(edit.text, centre, this.#deps.context())
    if ('act' in read && !isAsItIs(read.act, field.show(centre, this.#deps.context().words))) return read.act
    if ('act' in read) {
      this.#forget(code, [edit.columnId])
      return null
    }
    this.#set(code, { ...edit, status: 'fault', fault: read.fault })
    return null
  }

  async #send(code: string, batch: Batch): Promise<void> {
    const centre = this.#deps.centreOf(code)
    if (!centre) return
    const edits = batch.edits.map(edit => this.#set(code, { ...edit, status: 'sending' }))
    const sent = { ...batch, edits }
    try {
      const done = await this.#deps.send(centre, batch.path, batch.body)
      this.#deps.onCentre(done.centre)
      this.#settle(code, sent, done.centre)
    } catch (error) {
      const refusal = error instanceof ApiError ? error : new ApiError(0, 'unexpected', String(error))
      if (refusal.status === 412 && refusal.current) this.#merge(code, sent, refusal.current as CentreSheet)
      else this.#refused(code, sent, refusal)
    }
  }

  /** Saved: forgotten where nothing newer was typed, else the newer edit begins from it. */
  #settle(code: string, { edits }: Batch, centre: CentreSheet): void {
    const { words } = this.#deps.context()
    const isCurrent = (edit: CellEdit) => this.#at(code, edit.columnId) === edit
    for (const edit of edits) {
      const newer = this.#at(code, edit.columnId)
      const base = fieldOf(edit.columnId)?.show(centre, words) ?? ''
      this.claim(code, edit.columnId, base)
      if (newer && newer !== edit) this.#set(code, { ...newer, base, tried: [] })
    }
    this.#tell({ ...this.#state, saved: this.#state.saved + edits.length })
    this.#forget(
      code,
      edits.filter(isCurrent).map(({ columnId }) => columnId),
    )
  }

  #refused(code: string, batch: Batch, error: ApiError): void {
    const current = batch.edits.filter(edit => this.#at(code, edit.columnId) === edit)
    if (isAboutContent(error) && batch.edits.length > 1) {
      for (const edit of current) this.#set(code, { ...edit, status: 'waiting', alone: true })
      return
    }
    if (isAboutContent(error)) {
      const status = error.code === 'doubtful' ? 'doubt' : 'fault'
      for (const edit of current) this.#set(code, { ...edit, status, error })
      return
    }
    this.#lost.set(code, batch)
    for (const edit of this.#state.edits.get(code)?.values() ?? []) {
      const isOpen = edit.status === 'sending' || edit.status === 'waiting'
      if (isOpen) this.#set(code, { ...edit, status: 'failed', error })
    }
  }

  /** Somebody was quicker: other fields are kept beside mine, the same one waits for a choice. */
  #merge(code: string, { edits }: Batch, current: CentreSheet): void {
    this.#deps.onCentre(current)
    const { words } = this.#deps.context()
    for (const { columnId } of edits) {
      const edit = this.#at(code, columnId)
      if (!edit) continue
      const theirs = fieldOf(columnId)?.show(current, words) ?? ''
      const isMine = theirs === edit.base || theirs === edit.text || edit.tried.includes(theirs)
      this.#set(code, isMine ? { ...edit, status: 'waiting' } : { ...edit, status: 'conflict', theirs })
    }
    this.#tell({ ...this.#state, merged: [...new Set([...this.#state.merged, code])] })
  }

  #at(code: string, columnId: string): CellEdit | undefined {
    return this.#state.edits.get(code)?.get(columnId)
  }

  #set(code: string, edit: CellEdit): CellEdit {
    const ofCentre = new Map(this.#state.edits.get(code)).set(edit.columnId, edit)
    this.#tell({ ...this.#state, edits: new Map(this.#state.edits).set(code, ofCentre) })
    return edit
  }

  #forget(code: string, columnIds: readonly string[]): void {
    const left = new Map(this.#state.edits.get(code))
    for (const columnId of columnIds) left.delete(columnId)
    const edits = new Map(this.#state.edits)
    if (left.size > 0) edits.set(code, left)
    else edits.delete(code)
    this.#tell({ ...this.#state, edits })
  }

  #tell(state: QueueState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
