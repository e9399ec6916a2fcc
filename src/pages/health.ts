import { Router, type Response } from 'express'
import { html } from './html.ts'
import { layout } from './layout.ts'

/** What one part of the line says about itself. `note` is for people and holds no number, name or secret. */
export type Check = { ok: boolean; note: string }
export type Readiness = { ok: boolean; checks: Record<string, Check> }

export type Health = {
  /** False only where a restart is the remedy. */
  alive(): boolean | Promise<boolean>
  /** Database, queue, loop, clock: can this process do its work now? */
  ready(): Promise<Readiness>
  /** Prometheus text format. */
  metrics(): Promise<string>
}

/**
 * `/healthz` (alive), `/readyz` (able to work) and `/metrics`. Programs get JSON, browsers a readable page; both get 200 or 503.
 * A check that throws is "not ready", and the answer does not repeat what it threw.
 */
export function healthPages(health: Health, agencyName: string): Router {
  const router = Router()
  router.use(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', async (_req, res) => {
    const alive = await settle(() => health.alive(), false)
    res.status(alive ? 200 : 503).json({ alive })
  })
  router.get('/readyz', async (_req, res) => {
    sendReadiness(res, await settle(() => health.ready(), UNKNOWN), agencyName)
  })
  router.get('/metrics', async (_req, res) => {
    const metrics = await settle(() => health.metrics(), undefined)
    if (metrics === undefined)
      res.status(503).type('text/plain').send('The figures could not be read just now. Ask again in a moment.\n')
    else res.type('text/plain; version=0.0.4; charset=utf-8').send(metrics)
  })
  return router
}

const UNKNOWN: Readiness = {
  ok: false,
  checks: { line: { ok: false, note: 'The checks themselves failed. Look at the log of this process.' } },
}

async function settle<T>(ask: () => T | Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask()
  } catch {
    return otherwise
  }
}

function sendReadiness(res: Response, readiness: Readiness, agencyName: string): void {
  res.status(readiness.ok ? 200 : 503)
  res.vary('Accept')
  res.format({
    'application/json': () => res.json(readiness),
    'text/html': () => res.send(readyPage(readiness, agencyName)),
    default: () => res.json(readiness),
  })
}

function readyPage(readiness: Readiness, agencyName: string): string {
  const headline = readiness.ok ? 'The line is ready' : 'The line is not ready'
  const checks = Object.entries(readiness.checks)
  return layout({
    title: headline,
    agencyName,
    main: html` <section class="sheet">
      <h1>${headline}</h1>
      <table class="checks">
        <caption>
          What was looked at just now
        </caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">State</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          ${checks.map(
            ([part, check]) =>
              html` <tr>
                <th scope="row">${part}</th>
                <td class="${check.ok ? 'good' : 'bad'}">${check.ok ? 'good' : 'not good'}</td>
                <td>${check.note}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`,
  })
}
