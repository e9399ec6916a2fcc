import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import type { Health } from '../../src/pages/health.ts'
import { createPages } from '../../src/pages/pages.ts'
import type { Phones, Suggestion } from '../../src/pages/phones.ts'

const HEALTHY: Health = {
  alive: () => true,
  ready: async () => ({ ok: true, checks: { database: { ok: true, note: 'answers in 2 ms' } } }),
  metrics: async () => '# HELP calls_placed Calls placed\ncalls_placed 3\n',
}
const SUGGESTION: Suggestion = {
  visitRef: 'V1',
  careWorker: { number: '+447700900123', name: 'Anna Kowalska' },
  serviceUser: { number: '+441632960582', name: 'Mrs Brenda Trundle', at: Date.UTC(2026, 10, 24, 9, 20) },
}
const PHONES: Phones = {
  lineNumber: '+441632960999',
  suggestion: async () => SUGGESTION,
  story: async () => undefined,
}

function pages(phones?: Phones, health: Partial<Health> = {}, agencyName = 'Quillbrook Home Care') {
  const app = express()
  app.use(createPages({ agencyName, health: { ...HEALTHY, ...health }, ...(phones === undefined ? {} : { phones }) }))
  return request(app)
}

describe('with the simulator as the carrier', () => {
  it('leads from the address to the phones', async () => {
    const answer = await pages(PHONES).get('/').expect(302)
    expect(answer.headers['location']).toBe('/phones')
  })

  it('says what to do first before any script has run', async () => {
    const answer = await pages(PHONES).get('/phones').expect(200)
    expect(answer.text).toContain('Take <b>Anna’s phone</b> and text <b class="keep">LATE 20</b>')
    expect(answer.text).toContain('data-line-number="+441632960999"')
    expect(answer.text).toContain('data-zone="Europe/London"')
  })

  it('still opens when nobody is due, and when the suggestion cannot be made', async () => {
    const nobody = await pages({ ...PHONES, suggestion: async () => undefined })
      .get('/phones')
      .expect(200)
    expect(nobody.text).toContain('Take a care worker’s phone')
    const broken = await pages({ ...PHONES, suggestion: () => Promise.reject(new Error('database away')) })
      .get('/phones')
      .expect(200)
    expect(broken.text).toContain('Take a care worker’s phone')
    expect(broken.text).not.toContain('database away')
  })

  it('hands the script the suggestion and the directory as JSON', async () => {
    const directory: Awaited<ReturnType<NonNullable<Phones['directory']>>> = [
      { number: '+447700900123', name: 'Anna', role: 'care-worker', now: true, note: '' },
    ]
    const site = pages({ ...PHONES, directory: async () => directory })
    expect((await site.get('/phones/suggestion').expect(200)).body).toEqual(SUGGESTION)
    expect((await site.get('/phones/directory').expect(200)).body).toEqual(directory)
    expect((await pages({ ...PHONES, suggestion: async () => undefined }).get('/phones/suggestion')).body).toBeNull()
    expect((await pages(PHONES).get('/phones/directory')).body).toEqual([])
  })

  it('tells how a late visit stands, and of one that is not late nothing', async () => {
    const story: Phones['story'] = async ({ visitRef, at }) =>
      visitRef === 'V 1/a' && at === 7 ? { record: 2, inVain: 0, tone: 'told', words: 'Told.' } : undefined
    const site = pages({ ...PHONES, story })
    const told = await site.get('/phones/story?visit=V%201/a&planned=7').expect(200)
    expect(told.body).toEqual({ record: 2, inVain: 0, tone: 'told', words: 'Told.' })
    expect(told.headers['cache-control']).toBe('no-store')
    expect((await site.get('/phones/story?visit=V2&planned=7').expect(200)).body).toBeNull()
    for (const bad of ['', '?visit=V1', '?visit[]=V1&planned=7', '?visit=V1&planned=soon'])
      await site.get(`/phones/story${bad}`).expect(400)
  })

  it.each([
    ['/assets/phones/phones.js', 'text/javascript'],
    ['/assets/phones/phones.css', 'text/css'],
    ['/assets/look/look.css', 'text/css'],
    ['/assets/look/lateline.svg', 'image/svg+xml'],
  ])('serves %s as %s, asked for again each time', async (path, type) => {
    const answer = await pages(PHONES).get(path).expect(200)
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['etag']).toBeDefined()
  })

  it.each([
    '/assets/phones/',
    '/assets/phones/..%2fphones.ts',
    '/assets/phones/%2e%2e/%2e%2e/settings.ts',
    '/assets/look/.env',
  ])('serves nothing but its own files: %s', async (path) => {
    const answer = await pages(PHONES).get(path)
    expect([403, 404]).toContain(answer.status)
  })

  it('is harmless whatever people are called', async () => {
    const evil = `</title><script>alert("x")</script> O'Hara & "Sons"`
    const answer = await pages(
      { ...PHONES, suggestion: async () => ({ ...SUGGESTION, careWorker: { number: '+447700900123', name: evil } }) },
      {},
      evil,
    ).get('/phones')
    expect(answer.text).not.toContain('<script>alert')
    expect(answer.text).toContain('O&#39;Hara &#38; &#34;Sons&#34;')
  })
})

describe('with a real carrier', () => {
  it('has a plain start page and no phones at all', async () => {
    const start = await pages().get('/').expect(200)
    expect(start.text).toContain('The phone line of Quillbrook Home Care')
    expect(start.text).toMatch(/^<!doctype html>/)
    for (const path of ['/phones', '/phones/suggestion', '/phones/directory', '/assets/phones/phones.js'])
      await pages().get(path).expect(404)
  })
})

describe('security headers', () => {
  it.each(['/phones', '/assets/phones/phones.js', '/healthz', '/readyz', '/phones/suggestion'])(
    'are on %s',
    async (path) => {
      const { headers } = await pages(PHONES).get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests|https?:/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['strict-transport-security']).not.toContain('includeSubDomains')
    },
  )

  it('leave no page that needs an exception: nothing inline', async () => {
    for (const path of ['/phones', '/readyz']) {
      const { text } = await pages(PHONES).get(path).set('Accept', 'text/html')
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/)
      expect(text.match(/<script[^>]*>/g) ?? []).toSatisfy((tags: string[]) =>
        tags.every((tag) => tag.includes(' src="/assets/')),
      )
    }
  })
})

describe('health', () => {
  it('says whether the process is alive', async () => {
    expect((await pages().get('/healthz').expect(200)).body).toEqual({ alive: true })
    await pages(undefined, { alive: () => false })
      .get('/healthz')
      .expect(503)
    await pages(undefined, { alive: () => Promise.reject(new Error('no')) })
      .get('/healthz')
      .expect(503)
  })

  it('says to programs what is not ready', async () => {
    const checks = {
      database: { ok: true, note: 'fine' },
      loop: { ok: false, note: 'Last beat 40 s ago. Is a worker running?' },
    }
    const answer = await pages(undefined, { ready: async () => ({ ok: false, checks }) })
      .get('/readyz')
      .expect(503)
    expect(answer.body).toEqual({ ok: false, checks })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says it to people in a table', async () => {
    const checks = { loop: { ok: false, note: 'Last beat 40 s ago <b>' } }
    const answer = await pages(undefined, { ready: async () => ({ ok: false, checks }) })
      .get('/readyz')
      .set('Accept', 'text/html,*/*;q=0.8')
      .expect(503)
    expect(answer.text).toContain('The line is not ready')
    expect(answer.text.replace(/>\s+</g, '><')).toContain(
      '<th scope="row">loop</th><td class="bad">not good</td><td>Last beat 40 s ago &#60;b&#62;</td>',
    )
  })

  it('is not ready when the checks themselves fail, and repeats nothing of why', async () => {
    const answer = await pages(undefined, { ready: () => Promise.reject(new Error('postgres://secret')) })
      .get('/readyz')
      .expect(503)
    expect(answer.body.ok).toBe(false)
    expect(answer.text).not.toContain('secret')
  })

  it('hands out the figures in the form that Prometheus reads', async () => {
    const answer = await pages().get('/metrics').expect(200)
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.text).toContain('calls_placed 3')
    await pages(undefined, { metrics: () => Promise.reject(new Error('no')) })
      .get('/metrics')
      .expect(503)
  })
})
