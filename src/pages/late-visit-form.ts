import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { actionedInWords, delayInWords, longDate, minutesInWords, timeIn } from '../record/record-words.ts'
import { html, type Html } from './html.ts'

/**
 * The form CC44, "Late Visit Record Sheet", field by field in its own order (P-150). `fill` gives what the line knows;
 * undefined leaves a place to write by hand.
 */
export const LATE_FORM: readonly { label: string; lines: 1 | 3; fill(record: LateVisitRecord): string | undefined }[] =
  [
    { label: 'Service User’s Name', lines: 1, fill: (record) => record.serviceUser },
    { label: 'Date of Visit', lines: 1, fill: (record) => longDate(record.dateOfVisit) },
    { label: 'Scheduled Visit Time', lines: 1, fill: scheduled },
    { label: 'Time Delayed', lines: 1, fill: delayInWords },
    { label: 'Visit Duration', lines: 1, fill: (record) => minutesInWords(record.durationMinutes) },
    { label: 'Reason for the Delay', lines: 1, fill: (record) => record.reason?.words ?? 'not given' },
    {
      label: 'Rostered Care Worker',
      lines: 1,
      fill: (record) => names(record.rosteredCareWorkers) ?? 'nobody was allocated',
    },
    {
      label: 'Substitute Care Worker (if applicable)',
      lines: 1,
      fill: (record) => names(record.substituteCareWorkers) ?? 'not applicable',
    },
    { label: 'Action to be taken', lines: 3, fill: (record) => entered(record.actionToBeTaken) },
    { label: 'Actioned by', lines: 1, fill: (record) => entered(actionedInWords(record)) },
  ]

/** The form's fields, filled from a record, or empty where there is none (P-080: the sheet for when the line is down). */
export function lateForm(record: LateVisitRecord | undefined): Html {
  return html`<dl class="form">
    ${LATE_FORM.map(({ label, lines, fill }) => {
      const value = record === undefined ? undefined : fill(record)
      return html`<div>
        <dt>${label}</dt>
        ${value === undefined ? byHand(lines, record === undefined) : html`<dd>${value}</dd>`}
      </div>`
    })}
  </dl>`
}

function byHand(lines: 1 | 3, blank: boolean): Html {
  const words = blank
    ? html`<span class="unseen">to be filled in by hand</span>`
    : html`<span class="nothing">nothing entered yet</span>`
  return html`<dd class="by-hand ${lines === 1 ? 'one-line' : 'three-lines'}">${words}</dd>`
}

function scheduled(record: LateVisitRecord): string {
  const span = (start: number, end: number) => `${timeIn(record, start)} to ${timeIn(record, end)}`
  const before = record.scheduledBefore.map(({ start, end }) => span(start, end))
  const now = span(record.scheduledStart, record.scheduledEnd)
  return before.length === 0 ? now : `${now} (before: ${before.join(', then ')})`
}

function names(people: readonly string[]): string | undefined {
  return people.length === 0 ? undefined : people.join(' and ')
}

function entered(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}
