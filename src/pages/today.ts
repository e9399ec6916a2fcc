import express, { Router, type Request, type Response } from 'express'
import type { DeskEvidence, Taken } from '../matter/act/at-the-desk.ts'
import type { TodayMatter } from '../matter/today.ts'
import type { TimelineEntry } from '../matter/timeline.ts'
import { html, type Html } from './html.ts'
import { layout, type NavLink } from './layout.ts'
import { createSignIn, type SignInDeps } from './sign-in.ts'
import { sameSiteOnly, type Visitor } from './signed-in.ts'
import { closeForm, openMatterList, matterSheet } from './today-words.ts'

/** What the Today page asks the program; of the visitor's own agency only. */
export interface Today {
  list(visitor: Visitor): Promise<TodayMatter[]>
  one(visitor: Visitor, id: string): Promise<{ matter: TodayMatter; timeline: TimelineEntry[] } | undefined>
  take(visitor: Visitor, id: string): Promise<Taken>
  close(visitor: Visitor, id: string, evidence: DeskEvidence): Promise<boolean>
}

export interface TodayPagesDeps extends SignInDeps {
  today: Today
  nav: readonly NavLink[]
  badge?: string
}

/**
 * `/today` (open matters in the order of risk), `/today/{id}` (one of them, and all that happened), and what may be done:
 * take it, and close it with evidence. Everything is behind the sign-in and kept by no cache.
 */
export function todayPages({ today, ...common }: TodayPagesDeps): Router {
  const router = Router()
  const { router: signIn, guard } = createSignIn(common)
  router.use(signIn)
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const show = (res: Response, visitor: Visitor, parts: Parts) =>
    void res.set('Cache-Control', 'no-store').send(pageOf(parts, visitor, common))

  router.get('/today', async (req, res) => {
    const visitor = await guard(req, res)
    if (visitor === undefined) return
    const matters = await today.list(visitor).catch(() => undefined)
    if (matters === undefined) return show(res.status(503), visitor, UNREADABLE)
    const [first] = matters
    const news = first === undefined ? 'Nobody is waited for.' : `${matters.length} open: first ${first.person}`
    show(res, visitor, { title: 'Today', live: openMatterList(matters, visitor.formToken), news })
  })

  router.get('/today/:id', async (req, res, next) => {
    const { id } = req.params
    if (!UUID.test(id)) return next()
    const visitor = await guard(req, res)
    if (visitor === undefined) return
    const found = await today.one(visitor, id).catch(() => null)
    if (found === null) return show(res.status(503), visitor, UNREADABLE)
    if (found === undefined) return show(res.status(404), visitor, { title: 'No such matter', live: NO_SUCH })
    const { matter, timeline } = found
    const isOpen = matter.nextDueAt !== undefined
    show(res, visitor, {
      title: matter.person,
      live: matterSheet(matter, timeline, visitor.formToken, saidOf(req)),
      news: `${matter.person}: ${matter.nextStep}`,
      ...(isOpen ? { below: closeForm(matter, visitor) } : {}),
      way: true,
    })
  })

  router.post('/today/:id/:what', form, sameSiteOnly, async (req, res, next) => {
    const [id, what] = [String(req.params['id']), String(req.params['what'])]
    if (!UUID.test(id) || (what !== 'take' && what !== 'close')) return next()
    const visitor = await guard(req, res)
    if (visitor === undefined) return
    const fields = fieldsOf(req)
    // the cookie alone is not enough: only a form of ours carries this
    if (fields('form') !== visitor.formToken)
      return void res.status(403).type('text').send('This form is too old. Open the page again.')
    const said = what === 'take' ? await take(visitor, id) : await close(visitor, id, fields)
    res.redirect(303, `/today/${id}${said === undefined ? '' : `?said=${said}`}`)
  })

  async function take(visitor: Visitor, id: string): Promise<string | undefined> {
    const taken = await today.take(visitor, id)
    return taken.kind === 'taken' ? undefined : taken.kind
  }

  async function close(visitor: Visitor, id: string, fields: (name: string) => string): Promise<string | undefined> {
    const how = HOW.find((one) => one === fields('how'))
    const who = fields('who')
    if (how === undefined || who === '') return 'incomplete'
    return (await today.close(visitor, id, { how, who, statement: fields('statement') })) ? undefined : 'not-open'
  }

  return router
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HOW = ['spoken-to', 'seen', 'known-elsewhere', 'emergency-services'] as const
const NO_SUCH = html`<p class="none">There is no such matter. <a href="/today">Today</a></p>`

const SAID: Readonly<Record<string, string>> = {
  held: 'Somebody else has it already: see below who.',
  'not-open': 'It is not open any more.',
  incomplete: 'Not closed: say how it is known that the service user is safe, and who saw or spoke to them.',
}

function saidOf(req: Request): string | undefined {
  const said = req.query['said']
  return typeof said === 'string' && Object.hasOwn(SAID, said) ? SAID[said] : undefined
}

function fieldsOf(req: Request): (name: string) => string {
  const body: unknown = req.body
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value.trim().slice(0, 500) : ''
  }
}

interface Parts {
  title: string
  /** what is asked for again every few seconds */
  live: Html
  news?: string
  /** what stands still, so that what is being written in it is not lost */
  below?: Html
  way?: boolean
}

const UNREADABLE: Parts = {
  title: 'Today',
  live: html`<p class="none">The matters could not be read just now. This page keeps trying.</p>`,
  news: 'The matters could not be read just now.',
}

function pageOf(
  { title, live, news, below, way }: Parts,
  visitor: Visitor,
  { agencyName, nav, badge }: Omit<TodayPagesDeps, 'today'>,
): string {
  return layout({
    title,
    agencyName,
    nav: nav.map((link) => (link.href === '/today' ? { ...link, here: true } : link)),
    ...(badge === undefined ? {} : { badge }),
    styles: ['/assets/today/today.css'],
    scripts: ['/assets/late-visits/live.js'],
    tools: html`<form class="sign-out" method="post" action="/sign-out">
      <span>${visitor.name}</span> <button class="quiet">Sign out</button>
    </form>`,
    main: html`<div class="today">
      ${way === true ? html`<p class="way"><a href="/today">Today</a></p>` : html`<h1>Today</h1>`}
      <p id="connection" class="connection" role="status" hidden></p>
      <p id="announcer" class="unseen" role="status"></p>
      <div id="live" ${news !== undefined && html`data-news="${news}"`}>${live}</div>
      ${below}
    </div>`,
  })
}
