import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TodayMatter } from '../../src/matter/today.ts'
import { createPages } from '../../src/pages/pages.ts'
import { NO_BROWSER, openBrowser } from './browser.ts'
import { WEAK_CONTRASTS } from './contrast.ts'

const NINE = Date.UTC(2026, 10, 24, 9)

function aMatter(n: number, more: Partial<TodayMatter> = {}): TodayMatter {
  return {
    id: `0000000${n}-0000-4000-8000-000000000000`,
    person: 'Mrs Brenda Trundle',
    zone: 'Europe/London',
    order: 'counts as 65 minutes older: lives alone, insulin',
    clock: 'planned 09:00, expected 09:20, 12 minutes ago',
    overdue: true,
    told: [{ words: 'Brenda Trundle told at 08:42, heard the whole message', grade: 'B' }],
    holder: undefined,
    nextStep: 'phones ring until somebody takes it',
    nextDueAt: NINE,
    ...more,
  }
}

/** The pages with matters that the test changes, and one account. */
async function serveToday() {
  const shown = { matters: [aMatter(1), aMatter(2, { person: 'Mr Peter <b>Ashdown</b>', overdue: false, told: [] })] }
  const done: string[] = []
  const visitor = { name: 'Rosa', accountId: 'a', agencyId: 'q', managerId: undefined, formToken: 'token' }
  const signedIn = new Set<string>()
  const pages = createPages({
    agencyName: 'Quillbrook Home Care',
    health: {} as never,
    today: {
      now: () => NINE,
      ready: { name: 'demo', password: 'quillbrook' },
      accounts: {
        secure: false,
        signIn: async (name, password) => {
          if (name !== 'demo' || password !== 'quillbrook') return undefined
          signedIn.add('t'.repeat(43))
          return 't'.repeat(43)
        },
        who: async (token) => (signedIn.has(token) ? visitor : undefined),
        signOut: async (token) => void signedIn.delete(token),
      },
      today: {
        list: async () => shown.matters,
        one: async (_visitor, id) => {
          const matter = shown.matters.find((one) => one.id === id)
          return matter && { matter, timeline: [{ at: NINE, words: 'Late, by text: “LATE 20”' }] }
        },
        take: async (_visitor, id) => {
          done.push(`take ${id}`)
          shown.matters = shown.matters.map((one) =>
            one.id === id ? { ...one, holder: { whom: 'Rosa', deadline: NINE } } : one,
          )
          return { kind: 'taken' }
        },
        close: async (_visitor, id, evidence) => {
          done.push(`close ${id} ${evidence.how} ${evidence.who}`)
          return true
        },
      },
    },
  })
  const server = express().use(pages).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    shown,
    done,
    signOutEverybody: () => signedIn.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

describe.skipIf(NO_BROWSER)('Today in a browser', { timeout: 60_000 }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let site: Awaited<ReturnType<typeof serveToday>>
  let page: Page
  const faults: string[] = []

  beforeAll(async () => void (browser = await openBrowser()), 60_000)
  afterAll(() => browser.close())
  beforeEach(async () => {
    site = await serveToday()
    page = await browser.context.newPage()
    page.on('pageerror', (fault) => faults.push(String(fault)))
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text())
    })
  })
  afterEach(async () => {
    await page.close()
    await site.stop()
    expect(faults.splice(0)).toEqual([])
  })

  async function signIn(): Promise<void> {
    await page.goto(`${site.url}/today`)
    await page.getByLabel('Name').fill('demo')
    await page.getByLabel('Password').fill('quillbrook')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Today' }).waitFor()
  }

  it('asks for a name and a password, and says when they do not belong together', async () => {
    await page.goto(`${site.url}/today`)
    expect(await page.getByText('Demonstration: the name is demo').isVisible()).toBe(true)
    await page.getByLabel('Name').fill('demo')
    await page.getByLabel('Password').fill('guess')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toContain('do not belong together')
  })

  it('lists matters in their order, by itself, and names are never read as HTML', async () => {
    await signIn()
    expect(await page.getByRole('listitem').getByRole('heading').allTextContents()).toEqual([
      'Mrs Brenda Trundle',
      'Mr Peter <b>Ashdown</b>',
    ])
    site.shown.matters = [aMatter(3, { person: 'Mr New First' }), ...site.shown.matters]
    await page.getByRole('heading', { name: 'Mr New First' }).waitFor()
    expect(await page.locator('#announcer').textContent()).toBe('3 open: first Mr New First')
  })

  it('is taken with a button, and closed only with evidence', async () => {
    await signIn()
    await page.getByRole('button', { name: 'Take it: Mrs Brenda Trundle' }).click()
    await page.getByText('Rosa, until 09:00').waitFor()
    await page.getByLabel('Who saw or spoke to them?').fill('Dev Patel')
    await page.getByRole('button', { name: 'Close' }).click()
    // the browser itself asks how it is known: nothing was sent
    expect(site.done).toEqual([`take ${aMatter(1).id}`])
    await page.getByLabel('Somebody saw them').check()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    expect(site.done.at(-1)).toBe(`close ${aMatter(1).id} seen Dev Patel`)
  })

  it('what is being written is not lost when something new comes', async () => {
    await signIn()
    await page.getByRole('link', { name: 'Mrs Brenda Trundle' }).click()
    await page.getByLabel('What was said or seen').fill('she is well')
    site.shown.matters = [aMatter(1, { clock: 'planned 09:00, expected 09:20, 13 minutes ago' })]
    await page.getByText('13 minutes ago').waitFor()
    expect(await page.getByLabel('What was said or seen').inputValue()).toBe('she is well')
  })

  it('an open page says so when the session is over', async () => {
    await signIn()
    site.signOutEverybody()
    await page.locator('#connection:not([hidden])').waitFor()
    expect(await page.locator('#connection').textContent()).toMatch(/What is shown may be old/)
  })

  it.each(['light', 'dark'] as const)(
    '%s, at the width of a phone: nothing sticks out, and all can be read',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width: 360, height: 740 })
      await signIn()
      for (const path of ['/today', `/today/${aMatter(1).id}`]) {
        await page.goto(`${site.url}${path}`)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
        expect(await page.evaluate(WEAK_CONTRASTS)).toEqual([])
        const picture = process.env['TODAY_PICTURES']
        if (picture !== undefined)
          await page.screenshot({ path: `${picture}/${scheme}-${path.length}.png`, fullPage: true })
      }
    },
  )
})
