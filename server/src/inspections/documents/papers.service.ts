import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import type { Viewer } from '../../access/viewer.ts'
import { DomainError } from '../../errors.ts'
import { DEMONSTRATION_LINE } from '../../http/attachment.ts'
import { resolveMoment } from '../../ledger/times.ts'
import type { Reader } from '../../reader.ts'
import { issueUnknown } from '../issues.service.ts'
import { visitUnknown } from '../visit-refusals.ts'
import { anchorLines, type PaperAnchor } from './anchor.ts'
import { noticePaper } from './notice.ts'
import { type NoticeKind, refuseNotice } from './notice-rules.ts'
import type { Paper } from './paper.ts'
import { type NamedPhoto, paperPhotos, type Thumbnail } from './paper-photos.ts'
import { placeInWords } from './place.ts'
import { type MadeVisit, type PaperFinding, visitPaper } from './visit-report.ts'

export interface PaperDeps {
  reader: Reader
  checklist: Checklist
  anchor: PaperAnchor
  thumbnail: Thumbnail
}

/** A paper and what its file is called, without the ending: for people, and in plain letters. */
export interface NamedPaper {
  paper: Paper
  name: string
  plainName: string
}

const NOTICE_NAMES: Record<NoticeKind, string> = {
  rectification: '整改通知书',
  stopWork: '停工整改通知书',
  supervision: '督办函',
}

const notMade = () => {
  const message = '检查尚未记录，没有报告。 / The visit was not recorded, there is no report.'
  return new DomainError('ruleBroken', message, [{ pointer: '/param/id', code: 'notRecorded', message }])
}

/** The official papers about issues and visits, as data. */
export class Papers {
  readonly #deps: PaperDeps

  constructor(deps: PaperDeps) {
    this.#deps = deps
  }

  async notice(id: string, kind: NoticeKind): Promise<NamedPaper> {
    const { issues, ledger, times, workdays } = this.#deps.reader
    const moment = resolveMoment(times, {})
    const found = issues.find(id, moment)
    if (!found) throw issueUnknown()
    refuseNotice(kind, found.issue, moment.asOf)
    const { photoIds = [], repeats } = found.issue
    const named = photoIds.map((photo, i) => ({ id: photo, caption: `照片${i + 1}` }))
    const paper = noticePaper({
      ...found,
      ...(await this.#surroundings(named)),
      kind,
      date: moment.asOf,
      place: placeInWords(ledger, moment, found),
      workdays,
      repeats: repeats === undefined ? null : issues.numberOf(repeats),
    })
    return this.#named(paper, `${NOTICE_NAMES[kind]}-${found.number}`, `${kind}-${found.number}`)
  }

  async visitReport(id: string, viewer: Viewer): Promise<NamedPaper> {
    const { visits, ledger, times } = this.#deps.reader
    const moment = resolveMoment(times, {})
    const visit = visits.detail(id, moment, viewer)
    if (!visit) throw visitUnknown()
    if (visit.record === null || visit.recordedAt === null) throw notMade()
    const made = visit as MadeVisit
    const paper = visitPaper({
      ...(await this.#surroundings(this.#photosOfFailed(made))),
      visit: made,
      findings: this.#findings(made),
      place: placeInWords(ledger, moment, visit),
      stages: ledger.programmeAt(moment.knownAt).plan.stages,
    })
    return this.#named(
      paper,
      `现场检查报告-${visit.centre.code}-${visit.date}`,
      `visit-${visit.centre.code}-${visit.date}`,
    )
  }

  /** What every paper has besides its matter. */
  async #surroundings(photos: readonly NamedPhoto[]) {
    const { reader, checklist, anchor, thumbnail } = this.#deps
    return {
      ...(await paperPhotos({ evidence: reader.evidence, thumbnail }, photos)),
      checklist,
      endNotes: anchorLines(await anchor.head()),
      headerLine: reader.demonstration ? DEMONSTRATION_LINE : null,
    }
  }

  #photosOfFailed({ record }: MadeVisit): NamedPhoto[] {
    const items = this.#deps.checklist.groups.flatMap(group => group.items)
    const nameOf = (item: string) => items.find(({ id }) => id === item)?.text.zh ?? item
    return record.items
      .filter(({ result }) => result === 'fail')
      .flatMap(({ item, photoIds = [] }) => photoIds.map(id => ({ id, caption: nameOf(item) })))
  }

  #findings({ issues }: MadeVisit): PaperFinding[] {
    const { reader } = this.#deps
    const moment = resolveMoment(reader.times, {})
    return issues.flatMap(said => {
      const found = reader.issues.find(said.id, moment)
      return found ? [{ ...said, severity: found.issue.severity, dueOn: found.issue.dueOn }] : []
    })
  }

  #named(paper: Paper, name: string, plainName: string): NamedPaper {
    const { ledger, demonstration } = this.#deps.reader
    return {
      paper,
      name: demonstration ? `${name}-演示数据` : name,
      plainName: `${ledger.programme.plan.id}-${plainName}${demonstration ? '-demonstration' : ''}`,
    }
  }
}
