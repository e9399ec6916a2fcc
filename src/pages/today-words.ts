import type { TimelineEntry } from '../matter/timeline.ts'
import { clockTime, type TodayMatter } from '../matter/today.ts'
import { html, type Html } from './html.ts'
import type { Visitor } from './signed-in.ts'

/** Open matters, the one at most risk first, each with why it stands there. */
export function openMatterList(matters: readonly TodayMatter[], formToken: string): Html {
  if (matters.length === 0) {
    return html`<div class="none">
      <p><b>Nobody is waited for.</b></p>
      <p>When a visit is late, or nobody has logged in, it is here a moment later.</p>
    </div>`
  }
  return html`<ol class="matters">
    ${matters.map(
      (matter) =>
        html`<li class="matter ${matter.overdue ? 'overdue' : ''}">
          <h2><a href="/today/${matter.id}">${matter.person}</a></h2>
          ${facts(matter)} ${takeButton(matter, formToken)}
        </li>`,
    )}
  </ol>`
}

/** One matter, and all that happened. */
export function matterSheet(
  matter: TodayMatter,
  timeline: readonly TimelineEntry[],
  formToken: string,
  said: string | undefined,
): Html {
  return html`<article class="matter ${matter.overdue ? 'overdue' : ''}">
      <h1>${matter.person}</h1>
      ${said !== undefined && html`<p class="wrong" role="alert">${said}</p>`} ${facts(matter)}
      ${takeButton(matter, formToken)}
    </article>
    <section class="timeline" aria-labelledby="timeline">
      <h2 id="timeline">What happened</h2>
      <ol>
        ${timeline.map(
          ({ at, words, proof }) =>
            html`<li>
              <time>${clockTime(at, matter.zone)}</time>
              <span>${words}${proof !== undefined && html` <small>${proof}</small>`}</span>
            </li>`,
        )}
      </ol>
    </section>`
}

/** How it is known that the service user is safe (P-007): by whom, and in whose words. */
export function closeForm({ id, person }: TodayMatter, visitor: Visitor): Html {
  return html`<form class="close-matter" method="post" action="/today/${id}/close">
    <h2>Close with evidence</h2>
    <p>Only when ${person} is known to be safe. It is kept as what you, ${visitor.name}, said.</p>
    <input type="hidden" name="form" value="${visitor.formToken}" />
    <fieldset>
      <legend>How is it known?</legend>
      ${HOW.map(
        ([value, label]) => html`<label><input type="radio" name="how" value="${value}" required /> ${label}</label>`,
      )}
    </fieldset>
    <label>Who saw or spoke to them? <input name="who" maxlength="200" required /></label>
    <label>What was said or seen <input name="statement" maxlength="500" /></label>
    <button>Close</button>
  </form>`
}

const HOW: readonly (readonly [value: string, label: string])[] = [
  ['spoken-to', 'Somebody spoke to them'],
  ['seen', 'Somebody saw them'],
  ['known-elsewhere', 'They are known to be elsewhere'],
  ['emergency-services', 'The emergency services are with them'],
]

function facts({ clock, order, told, holder, nextStep, nextDueAt, zone }: TodayMatter): Html {
  return html`<dl>
    <div>
      <dt>Clock</dt>
      <dd class="clock">${clock}</dd>
    </div>
    <div>
      <dt>Order</dt>
      <dd>${order}</dd>
    </div>
    <div>
      <dt>Told</dt>
      <dd>
        ${told.length === 0 ? 'nobody need be told, or nobody has been' : undefined}
        ${told.map(
          ({ words, grade }) =>
            html`<span class="told">${grade !== undefined && html`<b class="grade">${grade}</b> `}${words}</span>`,
        )}
      </dd>
    </div>
    <div>
      <dt>Held by</dt>
      <dd>${holder === undefined ? 'nobody' : `${holder.whom}, until ${clockTime(holder.deadline, zone)}`}</dd>
    </div>
    <div>
      <dt>Next</dt>
      <dd>${nextDueAt === undefined ? nextStep : `${clockTime(nextDueAt, zone)} ${nextStep}`}</dd>
    </div>
  </dl>`
}

function takeButton({ id, person, nextDueAt }: TodayMatter, formToken: string): Html | undefined {
  if (nextDueAt === undefined) return undefined
  return html`<form method="post" action="/today/${id}/take">
    <input type="hidden" name="form" value="${formToken}" />
    <button aria-label="Take it: ${person}">Take it</button>
  </form>`
}
