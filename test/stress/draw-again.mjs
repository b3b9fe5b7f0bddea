// An independent second drawing of a published record, from its file alone: node draw-again.mjs FILE
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha = text => createHash('sha256').update(text, 'utf8').digest('hex')
const { frozen, revealed, result } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const utf8 = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const lines = frozen.pool.map(r => [r.id, r.county, r.stratum, r.eligible ? 1 : 0].join('|'))
const pool = lines.sort((a, b) => utf8(a.split('|')[0], b.split('|')[0])).map(line => `${line}\n`.normalize('NFC'))
const seed = sha(`draw/v1|${sha(pool.join(''))}|${revealed.publicValue.normalize('NFC')}|${revealed.secretHex}`)
const load = {}
const again = []
for (const { stratum, number } of frozen.strata.sort((a, b) => utf8(a.stratum, b.stratum))) {
  const sites = frozen.pool.filter(r => r.eligible && r.stratum === stratum)
  const tickets = sites
    .map(r => ({ ...r, ticket: sha(`${seed}|${stratum}|${r.id}`) }))
    .sort((a, b) => utf8(a.ticket, b.ticket))
  tickets.slice(0, number + frozen.reserves).forEach((site, i) => {
    const free = i < number ? frozen.inspectors.filter(p => !p.recused.includes(site.county)) : []
    const ranked = free.map(p => ({ id: p.id, load: load[p.id] ?? 0, ticket: sha(`${seed}|insp|${site.id}|${p.id}`) }))
    ranked.sort((a, b) => a.load - b.load || utf8(a.ticket, b.ticket))
    const team = ranked.slice(0, frozen.inspectorsASite).map(p => p.id)
    for (const id of team) load[id] = (load[id] ?? 0) + 1
    again.push([site.id, i < number ? 'drawn' : i - number + 1, site.ticket, ...team].join(' '))
  })
}
const said = result.map(s => [s.id, s.place, s.ticket, ...s.inspectors].join(' '))
const same = seed === revealed.seed && sha(revealed.secretHex) === frozen.commit && again.join() === said.join()
console.log(same ? 'same' : 'different')
