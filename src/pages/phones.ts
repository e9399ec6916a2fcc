import { Router } from 'express'
import { handsetTemplates } from './handset-templates.ts'
import type { Instant, Zone } from '../cellar/local-time.ts'
import { html, type Html } from './html.ts'
import { layout, type NavLink } from './layout.ts'
import type { Story } from './story.ts'

/** A phone by its number (E.164, as the simulator lists it) and the name of the person it belongs to. */
export type PhoneOwner = { number: string; name: string }

/** What a newcomer should try first. `at` is the planned start of the visit, `visitRef` its name in the rota. */
export type Suggestion = {
  visitRef: string
  careWorker: PhoneOwner
  serviceUser: PhoneOwner & { at: Instant }
  responsiblePerson?: PhoneOwner | undefined
  manager?: PhoneOwner | undefined
}

/** Where a phone stands in the list. `now`: on shift, expecting a visit or on call at this moment. `note` is one short line, such as "next: 9.20am". */
export type DirectoryEntry = {
  number: string
  name: string
  role: 'care-worker' | 'service-user' | 'manager' | 'contact'
  now: boolean
  note: string
}

export type Phones = {
  /** The line, E.164: whom every phone texts and rings unless another number is typed. */
  lineNumber: string
  /** IANA zone of the branch, in which every time is shown. Europe/London if left out. */
  zone?: Zone
  /** Asked anew each time. Undefined when nobody is due for a visit soon. */
  suggestion(): Promise<Suggestion | undefined>
  /** The late visit of a suggestion; undefined while the line knows of none. */
  story(visit: { visitRef: string; at: Instant }): Promise<Story | undefined>
  /** Every person with a phone, soonest first within a role. Left out, the simulator's own list serves, without the "now". */
  directory?(): Promise<DirectoryEntry[]>
}

/**
 * `/phones` (the page), `/phones/suggestion` (JSON or null), `/phones/story?visit=…&planned=<instant>` (JSON or null) and
 * `/phones/directory` (JSON list).
 * Everything live on the page comes from the simulator's own JSON, not from here.
 */
export function phonesPages(phones: Phones, agencyName: string, nav: readonly NavLink[] = []): Router {
  const router = Router()
  router.get('/phones', async (_req, res) => {
    const suggestion = await phones.suggestion().catch(() => undefined)
    res.set('Cache-Control', 'no-store').send(phonesPage(phones, agencyName, suggestion, nav))
  })
  router.get('/phones/suggestion', async (_req, res) => {
    res.set('Cache-Control', 'no-store').json((await phones.suggestion()) ?? null)
  })
  router.get('/phones/story', async (req, res) => {
    const { visit, planned } = req.query
    const at = Number(planned)
    if (typeof visit !== 'string' || !Number.isSafeInteger(at)) return void res.status(400).json(null)
    res.set('Cache-Control', 'no-store').json((await phones.story({ visitRef: visit, at })) ?? null)
  })
  router.get('/phones/directory', async (_req, res) => {
    res.set('Cache-Control', 'no-store').json((await phones.directory?.()) ?? [])
  })
  return router
}

function phonesPage(
  phones: Phones,
  agencyName: string,
  suggestion: Suggestion | undefined,
  nav: readonly NavLink[],
): string {
  return layout({
    title: 'Phones',
    agencyName,
    badge: 'Demonstration',
    nav: nav.map((link) => (link.href === '/phones' ? { ...link, here: true } : link)),
    styles: STYLES.map((name) => `/assets/phones/${name}.css`),
    scripts: ['/assets/phones/phones.js'],
    skipLinks: [
      { href: '#desk', label: 'Go to the phones on the desk' },
      { href: '#search', label: 'Search all phones' },
    ],
    tools: html`<button type="button" id="sound" class="quiet" aria-pressed="true">Sound on</button>`,
    main: html` <div
      id="phones"
      data-line-number="${phones.lineNumber}"
      data-agency-name="${agencyName}"
      data-zone="${phones.zone ?? 'Europe/London'}"
    >
      <h1 class="unseen">Phones</h1>
      ${guide(
        suggestion,
        nav.some((link) => link.href === '/late-visits'),
      )}
      <noscript><p class="trouble">This page needs JavaScript, because the phones are live.</p></noscript>
      <p id="connection" class="connection" role="status" hidden></p>
      <section id="ringing" class="ringing" aria-labelledby="ringing-title" hidden>
        <h2 id="ringing-title">Ringing now</h2>
        <ul></ul>
        <p class="more" hidden></p>
      </section>
      <section id="desk" class="desk" aria-labelledby="desk-title" tabindex="-1">
        <h2 id="desk-title" class="unseen">On the desk</h2>
        <nav class="tabs" aria-label="Phones on the desk"><ul></ul></nav>
        <div class="places"></div>
        <p class="empty" hidden>No phone is on the desk. Choose one from the list.</p>
      </section>
      ${directory()}
      <div id="announcer" class="unseen" role="status" aria-live="polite"></div>
      <div id="alarm" class="unseen" role="alert" aria-live="assertive"></div>
      ${handsetTemplates()}
    </div>`,
  })
}

/** In this order: the later ones build on the earlier ones. */
const STYLES = ['phones', 'guide', 'directory', 'device', 'thread', 'call', 'landline']

/** The one sentence that says what to do first. The script moves it on as things happen. */
function guide(suggestion: Suggestion | undefined, records: boolean): Html {
  return html` <section id="guide" class="guide" aria-labelledby="guide-title">
    <h2 id="guide-title" class="unseen">What to do first</h2>
    <ol class="steps" aria-hidden="true">
      <li class="now">Text</li>
      <li>Ring</li>
      <li>Hear</li>
      ${records && html`<li>Record</li>`}
    </ol>
    <div class="guide-words" aria-live="polite">
      <p class="sentence">${firstSentence(suggestion)}</p>
      <p class="why"></p>
    </div>
    <div class="guide-buttons">
      ${records && html`<a class="record" href="/late-visits" hidden>See the record</a>`}
      <button type="button" class="strong" hidden></button>
    </div>
  </section>`
}

function firstSentence(suggestion: Suggestion | undefined): Html {
  if (suggestion === undefined) return html`Take a care worker’s phone and text <b class="keep">LATE 20</b>.`
  const [firstName = suggestion.careWorker.name] = suggestion.careWorker.name.split(' ')
  return html`Take <b>${firstName}’s phone</b> and text <b class="keep">LATE 20</b>.`
}

function directory(): Html {
  return html` <section id="directory" class="directory" aria-labelledby="directory-title">
    <h2 id="directory-title">All phones</h2>
    <p class="by-themselves">
      Care workers text HERE and DONE by themselves, as their day goes, until you use their phone: then it is yours.
    </p>
    <label class="search"
      ><span>Search by name or number</span><input id="search" type="search" autocomplete="off" spellcheck="false"
    /></label>
    <p class="found" role="status"></p>
    <div class="groups"></div>
  </section>`
}
