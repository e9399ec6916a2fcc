import { readableNumber } from '../cellar/phone-number.ts'
import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { longDate, reportInWords, resultInWords, ruleInWords, tellingInWords, timeIn } from '../record/record-words.ts'
import type { AttemptLine, Telling } from '../record/tellings.ts'
import { toLocal } from '../cellar/local-time.ts'
import { html, type Html } from './html.ts'
import { lateForm } from './late-visit-form.ts'
import { verdictOf } from './late-visit-verdict.ts'

/** One record as a sheet to read and to print: the form first, as the agency knows it, then what proves it. */
export function lateVisitSheet(record: LateVisitRecord): Html {
  const { household, responsiblePerson, reports, rules } = record
  return html`<article class="paper" aria-labelledby="sheet-title">
    ${head(record)} ${verdictBox(record)} ${lateForm(record)}
    <section aria-labelledby="told-title">
      <h2 id="told-title">Who was told, and what proves it</h2>
      ${
        household.length === 0
          ? html`<p>Nobody of the household has been told.</p>`
          : household.map((telling) => tellingPart(record, telling))
      }
    </section>
    <section aria-labelledby="responsible-title">
      <h2 id="responsible-title">Responsible person</h2>
      ${
        responsiblePerson.tellings.length === 0
          ? html`<p>
              ${responsiblePerson.name === '' ? 'None is named for this branch.' : `${responsiblePerson.name} has not been told.`}
            </p>`
          : responsiblePerson.tellings.map((telling) => tellingPart(record, telling))
      }
    </section>
    <section aria-labelledby="reported-title">
      <h2 id="reported-title">Reported by</h2>
      <ul class="plain">
        ${reports.map(
          (report) =>
            html`<li class="${report.state}">
              ${reportInWords(record, report)}${report.words !== undefined && html` <q>${report.words}</q>`}
            </li>`,
        )}
      </ul>
    </section>
    <section aria-labelledby="rule-title">
      <h2 id="rule-title">Which rule says so</h2>
      <ul class="plain">
        ${rules.map((rule) => html`<li>${ruleInWords(rule)}</li>`)}
      </ul>
    </section>
    ${foot(record)}
  </article>`
}

/** The form with nothing in it, to be printed for the time when the line is down (P-080). */
export function blankLateVisitSheet(agencyName: string): Html {
  return html`<article class="paper" aria-labelledby="sheet-title">
    <header class="paper-head">
      <div><p class="agency-name">${agencyName}</p></div>
      <div class="paper-title">
        <h1 id="sheet-title">Late Visit Record Sheet</h1>
        <p>Form CC44</p>
      </div>
    </header>
    ${lateForm(undefined)}
    <p class="foot">
      To be used only while the line is down. Enter it afterwards, with the time at which it was written.
    </p>
  </article>`
}

function head({ agency, number }: LateVisitRecord): Html {
  const office = agency.officeNumber
  return html`<header class="paper-head">
    <div>
      <p class="agency-name">${agency.name}</p>
      ${agency.address !== undefined && html`<p>${agency.address}</p>`}
      <p>Line ${readableNumber(agency.lineNumber)}${office !== undefined && ` · Office ${readableNumber(office)}`}</p>
    </div>
    <div class="paper-title">
      <h1 id="sheet-title">Late Visit Record Sheet</h1>
      <p>Form CC44 · record no ${number}</p>
    </div>
  </header>`
}

/** What a reader wants first: was the person who is waiting told, when, and by which call? */
function verdictBox(record: LateVisitRecord): Html {
  const { tone, words, proof } = verdictOf(record)
  return html`<div class="verdict ${tone}">
    <p class="verdict-words">${words}</p>
    ${
      proof !== undefined &&
      html`<p class="verdict-proof">
        Proof: ${proof.channel} <code>${proof.carrierId ?? ''}</code>, ${resultInWords(proof)}
      </p>`
    }
  </div>`
}

function tellingPart(record: LateVisitRecord, telling: Telling): Html {
  return html`<div class="telling">
    <p>${ABOUT[telling.about]}${tellingInWords(record, telling)}</p>
    <ol class="attempts">
      ${telling.attempts.map((attempt) => attemptRow(record, attempt))}
    </ol>
  </div>`
}

const ABOUT: Record<Telling['about'], string> = {
  'expected time': '',
  'late visit': 'Of the late visit: ',
  'report taken back': 'That the report was taken back: ',
}

function attemptRow(record: LateVisitRecord, attempt: AttemptLine): Html {
  const claimed = attempt.expectedStart
  return html`<li class="${attempt.proof ? 'proves' : ''}">
    <span class="when">${timeIn(record, attempt.at)}</span>
    <span class="what"
      >${attempt.channel} to ${attempt.whom}${claimed !== undefined && `, naming ${timeIn(record, claimed)}`}</span
    >
    <span class="result">${resultInWords(attempt)}${attempt.proof && html` <b class="proof-mark">proof</b>`}</span>
    <span class="id"
      >${attempt.carrierId === undefined ? 'no id: the carrier did not take it' : html`<code>${attempt.carrierId}</code>`}</span
    >
  </li>`
}

function foot(record: LateVisitRecord): Html {
  const on = (at: number): string => {
    const { date } = toLocal(at, record.zone)
    return `${timeIn({ ...record, dateOfVisit: date }, at)} on ${longDate(date)}`
  }
  return html`<p class="foot">
    Record no ${record.number}, visit ${record.visitRef}. Opened by the line at ${on(record.openedAt)}; as known at
    ${on(record.asAt)}. No later report overwrites an earlier one.
  </p>`
}
