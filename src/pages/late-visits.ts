import { Router, type Response } from 'express'
import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { html, type Html } from './html.ts'
import { lateVisitList } from './late-visit-list.ts'
import { blankLateVisitSheet, lateVisitSheet } from './late-visit-sheet.ts'
import { verdictOf } from './late-visit-verdict.ts'
import { layout, type NavLink } from './layout.ts'

export type LateVisits = {
  /** The newest first; as many as a page should show. */
  list(): Promise<LateVisitRecord[]>
  /** A record by its number, which counts from 1 in a branch. */
  one(number: number): Promise<LateVisitRecord | undefined>
}

export type LateVisitPagesDeps = {
  lateVisits: LateVisits
  agencyName: string
  nav: readonly NavLink[]
  /** Shown beside the agency's name, such as "Demonstration". */
  badge?: string
}

/**
 * `/late-visits` (the list), `/late-visits/{number}` (a record as a sheet to print) and `/late-visits/blank`.
 * They hold what is personal, so they are kept by no cache, and must not be served where anybody can open them.
 */
export function lateVisitPages({ lateVisits, ...common }: LateVisitPagesDeps): Router {
  const router = Router()
  const show = (res: Response, page: PageParts): void => {
    res.set('Cache-Control', 'no-store').send(pageOf(page, common))
  }
  router.get('/late-visits', async (_req, res) => {
    const records = await read(() => lateVisits.list())
    if (records === undefined) return show(res.status(503), UNREADABLE)
    show(res, { title: 'Late visits', body: lateVisitList(records), news: listNews(records), heading: listHeading() })
  })
  router.get('/late-visits/blank', (_req, res) => {
    show(res, { title: 'Late Visit Record Sheet, blank', body: blankLateVisitSheet(common.agencyName), way: true })
  })
  router.get('/late-visits/:number', async (req, res, next) => {
    const { number } = req.params
    if (!/^[1-9]\d{0,8}$/.test(number)) return next()
    const found = await read(async () => ({ record: await lateVisits.one(Number(number)) }))
    if (found === undefined) return show(res.status(503), UNREADABLE)
    if (found.record === undefined) return show(res.status(404), noSuchRecord(number))
    const { record } = found
    const title = `Late visit no ${record.number}: ${record.serviceUser}`
    show(res, { title, body: lateVisitSheet(record), news: verdictOf(record).words, way: true })
  })
  return router
}

type PageParts = {
  title: string
  body: Html
  heading?: Html
  /** What a screen reader is told when it changes; a page without it stands still. */
  news?: string
  /** The way back to the list, and the button that prints. */
  way?: boolean
}

const UNREADABLE: PageParts = {
  title: 'Late visits',
  body: html`<p class="none">The records could not be read just now. This page keeps trying.</p>`,
  heading: html`<h1>Late visits</h1>`,
  news: 'The records could not be read just now.',
}

function noSuchRecord(number: string): PageParts {
  return {
    title: 'No such record',
    heading: html`<h1>There is no record no ${number}</h1>`,
    body: html`<p class="none"><a href="/late-visits">All late visits</a></p>`,
  }
}

function listHeading(): Html {
  return html`<div class="list-heading">
    <h1>Late visits</h1>
    <p><a href="/late-visits/blank">Blank sheet</a>, for when the line is down</p>
  </div>`
}

function listNews(records: readonly LateVisitRecord[]): string {
  const [newest] = records
  return newest === undefined ? 'No visit has been late.' : `Record no ${newest.number}: ${verdictOf(newest).words}`
}

function pageOf(
  { title, body, heading, news, way }: PageParts,
  common: Omit<LateVisitPagesDeps, 'lateVisits'>,
): string {
  const { agencyName, nav, badge } = common
  return layout({
    title,
    agencyName,
    nav: nav.map((link) => (link.href === '/late-visits' ? { ...link, here: true } : link)),
    ...(badge === undefined ? {} : { badge }),
    styles: ['/assets/late-visits/late-visits.css', '/assets/late-visits/paper.css'],
    scripts: ['/assets/late-visits/live.js'],
    main: html`<div class="late-visits">
      ${
        way === true &&
        html`<p class="way">
          <a href="/late-visits">All late visits</a>
          <button type="button" id="print" class="quiet" hidden>Print</button>
        </p>`
      }
      ${heading}
      <p id="connection" class="connection" role="status" hidden></p>
      <p id="announcer" class="unseen" role="status"></p>
      <div id="live" ${news !== undefined && html`data-news="${news}"`}>${body}</div>
    </div>`,
  })
}

/** Undefined when the store does not answer; what it threw may hold names, and is not for a page. */
async function read<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
