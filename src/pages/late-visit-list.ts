import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { longDate, minutesInWords, resultInWords, timeIn } from '../record/record-words.ts'
import { html, type Html } from './html.ts'
import { verdictOf } from './late-visit-verdict.ts'

/** Late visits by day, the newest first: who, when, how late, and whether the person who is waiting knows. */
export function lateVisitList(records: readonly LateVisitRecord[]): Html {
  if (records.length === 0) {
    return html`<div class="none">
      <p><b>No visit has been late.</b></p>
      <p>When a care worker texts <b>LATE 20</b>, the record is here a moment later.</p>
    </div>`
  }
  const days = [...new Set(records.map((record) => record.dateOfVisit))].toSorted().toReversed()
  return html`${days.map(
    (day) =>
      html`<section aria-labelledby="day-${day}">
        <h2 id="day-${day}">${longDate(day)}</h2>
        <ol class="records">
          ${records.filter((record) => record.dateOfVisit === day).map(entry)}
        </ol>
      </section>`,
  )}`
}

function entry(record: LateVisitRecord): Html {
  const { tone, words, proof } = verdictOf(record)
  const people = [...record.rosteredCareWorkers, ...record.substituteCareWorkers.map((name) => `now ${name}`)].join(
    ', ',
  )
  return html`<li class="record">
    <div class="record-head">
      <h3><a href="/late-visits/${record.number}">${record.serviceUser}</a></h3>
      <p class="record-number">no ${record.number}</p>
    </div>
    <p class="record-times">
      <span>planned ${timeIn(record, record.scheduledStart)}</span>
      <b>${outcome(record)}</b>
    </p>
    <p class="record-why">
      ${people === '' ? 'nobody allocated' : people} · ${record.reason?.words ?? 'no reason given'}
    </p>
    <div class="record-told ${tone}">
      <p>${words}</p>
      ${proof !== undefined && html`<p class="record-proof">Proof: ${proof.channel}, ${resultInWords(proof)}</p>`}
    </div>
  </li>`
}

function outcome(record: LateVisitRecord): string {
  const late = `${minutesInWords(record.delayedMinutes)} late`
  switch (record.standing.kind) {
    case 'expected-late':
      return `expected ${timeIn(record, record.expectedStart)}, ${late}`
    case 'arrived-late':
      return `there at ${timeIn(record, record.arrival?.at ?? record.expectedStart)}, ${late}`
    case 'arrived-in-time':
      return `there at ${timeIn(record, record.arrival?.at ?? record.expectedStart)}, not late after all`
    case 'expected-in-time':
      return `expected ${timeIn(record, record.expectedStart)}, not late any more`
    case 'not-coming':
      return `${record.standing.who} is not coming`
    case 'taken-back':
      return 'taken back: the planned time holds'
    case 'not-to-take-place':
      return record.standing.why
  }
}
