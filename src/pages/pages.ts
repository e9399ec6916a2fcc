import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { healthPages, type Health } from './health.ts'
import { lateVisitPages, type LateVisits } from './late-visits.ts'
import type { NavLink } from './layout.ts'
import { phonesPages, type Phones } from './phones.ts'
import { securityHeaders } from './security.ts'
import { startPage } from './start.ts'
import { todayPages, type TodayPagesDeps } from './today.ts'

export type PagesDeps = {
  agencyName: string
  health: Health
  /** Only where the simulator is the carrier. Without it /phones and its files answer 404. */
  phones?: Phones
  /** The records of late visits. They are personal and nobody signs in yet: hand them in in the demonstration only. */
  lateVisits?: LateVisits
  /** Who may not be safe, behind a sign-in. */
  today?: Pick<TodayPagesDeps, 'today' | 'accounts' | 'now' | 'ready'>
}

/**
 * Everything a browser opens: `/`, `/phones`, `/late-visits`, `/assets/…`, `/healthz`, `/readyz`, `/metrics`.
 * Its security headers are set on every request that passes through, so mount it after the webhooks.
 */
export function createPages({ agencyName, health, phones, lateVisits, today }: PagesDeps): Router {
  const router = Router()
  router.use(securityHeaders())
  router.use('/assets/look', assets('./look/'))
  router.use(healthPages(health, agencyName))
  const nav = [
    ...(phones === undefined ? [] : [PHONES]),
    ...(lateVisits === undefined ? [] : [LATE_VISITS]),
    ...(today === undefined ? [] : [TODAY]),
  ]
  const badge = phones === undefined ? {} : { badge: 'Demonstration' }
  if (today !== undefined) {
    router.use('/assets/today', assets('./today/'))
    router.use('/assets/late-visits', assets('./late-visits/'))
    router.use(todayPages({ ...today, agencyName, nav, ...badge }))
  }
  if (lateVisits !== undefined) {
    router.use('/assets/late-visits', assets('./late-visits/'))
    router.use(
      lateVisitPages({ lateVisits, agencyName, nav, ...(phones === undefined ? {} : { badge: 'Demonstration' }) }),
    )
  }
  if (phones === undefined) {
    router.get('/', (_req, res) => void res.send(startPage(agencyName)))
    return router
  }
  router.get('/', (_req, res) => res.redirect('/phones'))
  router.use('/assets/phones', assets('./phones/'))
  router.use(phonesPages(phones, agencyName, nav))
  return router
}

const PHONES: NavLink = { href: '/phones', label: 'Phones' }
const TODAY: NavLink = { href: '/today', label: 'Today' }
const LATE_VISITS: NavLink = { href: '/late-visits', label: 'Late visits' }

/** Files beside this one, asked for again each time (by ETag), so that a new version is never mixed with an old one. */
function assets(folder: string): express.RequestHandler {
  return express.static(fileURLToPath(new URL(folder, import.meta.url)), {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
  })
}
