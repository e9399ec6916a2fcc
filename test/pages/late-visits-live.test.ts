import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lateVisitRecord } from '../../src/record/late-visit-record.ts'
import { aVisit, late, stored } from '../record/a-late-visit.ts'
import { NO_BROWSER, openBrowser } from './browser.ts'
import { WEAK_CONTRASTS } from './contrast.ts'
import { ANNA, BRENDA, startDemonstration } from './demonstration.ts'
import { openPhones } from './open-phones.ts'
import { aMorning, aRecord, beingTold, CALL_ID, hasBeenTold, servePages } from './recorded-late-visits.ts'
import { loadWords } from '../../src/compose/words.ts'

const { reasons } = loadWords()

describe.skipIf(NO_BROWSER)('late visits in a browser', { timeout: 60_000 }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let site: Awaited<ReturnType<typeof servePages>>
  let page: Page
  const faults: string[] = []

  beforeAll(async () => void (browser = await openBrowser()), 60_000)
  afterAll(() => browser.close())
  beforeEach(async () => {
    site = await servePages(aMorning())
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

  const focused = (): Promise<unknown> => page.evaluate('document.activeElement.textContent.trim()')
  const announced = (): Promise<string | null> => page.locator('#announcer').textContent()

  it('shows a new late visit by itself, says so, and leaves the keyboard where it was', async () => {
    site.shown.records = [aRecord(1, [beingTold])]
    await page.goto(`${site.url}/late-visits`)
    await page.getByText('Mrs Brenda Trundle is being told.').waitFor()
    await page.getByRole('link', { name: 'Mrs Brenda Trundle' }).focus()
    expect(await announced()).toBe('')
    site.shown.records = [
      aRecord(2, [beingTold], { serviceUser: { ...aVisit().serviceUser, lastName: 'Nott' } }),
      ...site.shown.records,
    ]
    await page.getByText('Mrs Brenda Nott is being told.', { exact: true }).waitFor()
    expect(await focused()).toBe('Mrs Brenda Trundle')
    expect(await announced()).toBe('Record no 2: Mrs Brenda Nott is being told.')
  })

  it('a record becomes told while one looks at it, and names the call that proves it', async () => {
    site.shown.records = [aRecord(4, [beingTold])]
    await page.goto(`${site.url}/late-visits/4`)
    await page.getByText('Mrs Brenda Trundle is being told.').first().waitFor()
    expect(await page.getByText('ringing').isVisible()).toBe(true)
    site.shown.records = [aRecord(4, [hasBeenTold])]
    await page.getByText(`Proof: call ${CALL_ID}`).waitFor()
    expect(await announced()).toBe('Mrs Brenda Trundle was told at 8.43am to expect 9.20am.')
  })

  it('leaves words alone that somebody is marking', async () => {
    site.shown.records = [aRecord(4, [beingTold])]
    await page.goto(`${site.url}/late-visits/4`)
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("q"))')
    site.shown.records = [aRecord(4, [hasBeenTold])]
    const asked = page.waitForResponse(`${site.url}/late-visits/4`)
    await (await asked).finished()
    await page.waitForResponse(`${site.url}/late-visits/4`)
    expect(await page.evaluate('String(getSelection())')).toBe('LATE 20 traffic')
    await page.evaluate('getSelection().removeAllRanges()')
    await page.getByText(`Proof: call ${CALL_ID}`).waitFor()
  })

  it('says that the line is away, keeps what it showed, and finds it again', async () => {
    await page.goto(`${site.url}/late-visits`)
    site.shown.broken = true
    await page.getByText('The line does not answer just now.').waitFor()
    expect(await page.getByText('Mrs Brenda Trundle was told').isVisible()).toBe(true)
    site.shown.broken = false
    await page.getByText('The line does not answer just now.').waitFor({ state: 'hidden' })
  })

  it('is all there for the keyboard: pages, blank sheet, records, and back', async () => {
    await page.goto(`${site.url}/late-visits`)
    const seen: unknown[] = []
    for (let n = 0; n < 8; n += 1) {
      await page.keyboard.press('Tab')
      seen.push(await focused())
    }
    expect(seen).toEqual([
      'Go to the main part',
      'Phones',
      'Late visits',
      'Blank sheet',
      'Mrs Brenda Trundle',
      'Mr Peter Ashdown',
      'Mrs Estelle Rosenthal',
      'Mr Gwilym Lefèvre-Featherstonehaugh',
    ])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Late Visit Record Sheet' }).waitFor()
    await page.getByRole('link', { name: 'All late visits' }).press('Enter')
    await page.getByRole('heading', { name: 'Late visits' }).waitFor()
  })

  it('reads as a form to a screen reader', async () => {
    await page.goto(`${site.url}/late-visits/3`)
    const snapshot = await page.getByRole('article', { name: 'Late Visit Record Sheet' }).ariaSnapshot()
    for (const line of [
      '- heading "Late Visit Record Sheet" [level=1]',
      '- term: Service User’s Name',
      '- definition: Mr Peter Ashdown',
      '- term: Substitute Care Worker (if applicable)',
      '- definition: Sam Osei',
      '- heading "Who was told, and what proves it" [level=2]',
      '- heading "Which rule says so" [level=2]',
    ])
      expect(snapshot).toContain(line)
  })

  it.each(['/late-visits', '/late-visits/4', '/late-visits/2', '/late-visits/blank', '/late-visits/99'])(
    '%s fits every window, and has enough contrast',
    async (path) => {
      for (const width of [1280, 800, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(site.url + path)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await page.evaluate(WEAK_CONTRASTS)).toEqual([])
        }
      }
    },
  )

  it('prints the sheet and nothing of the page around it, black on white, with room to write', async () => {
    await page.goto(`${site.url}/late-visits/4`)
    await page.emulateMedia({ media: 'print' })
    for (const around of ['.banner', '.way', '.nothing'])
      expect(await page.locator(around).first().isVisible()).toBe(false)
    expect(await page.getByText('Action to be taken').isVisible()).toBe(true)
    const room = await page.locator('.three-lines').boundingBox()
    expect(room?.height).toBeGreaterThan(70)
    expect(await page.evaluate('getComputedStyle(document.querySelector(".verdict")).backgroundColor')).toBe(
      'rgba(0, 0, 0, 0)',
    )
    expect(await page.evaluate('getComputedStyle(document.querySelector("dd")).color')).toBe('rgb(0, 0, 0)')
  })
})

describe.skipIf(NO_BROWSER)('from the phones to the record', { timeout: 60_000 }, () => {
  it('offers the record of the very visit once the person was told, and not before', async () => {
    const browser = await openBrowser()
    const faults: string[] = []
    const [mine, newer] = [recordAt(2, Date.UTC(2026, 10, 24, 9, 20)), recordAt(3, Date.UTC(2026, 10, 24, 9, 30))]
    const lateVisits = {
      list: async () => [newer, mine],
      one: async (number: number) => [newer, mine].find((r) => r.number === number),
    }
    const demo = await startDemonstration(undefined, { lateVisits })
    const page = await openPhones(browser.context, demo, faults)
    const record = page.getByRole('link', { name: 'See the record' })
    await page
      .getByRole('article', { name: 'Anna Kowalska' })
      .getByRole('textbox', { name: 'Text message' })
      .fill('LATE 20')
    await page.keyboard.press('Enter')
    await expect.poll(() => demo.play.asked).toEqual([`${ANNA} text +441632960999 LATE 20`])
    demo.story.now = { record: 2, inVain: 0, tone: 'waiting', words: '' }
    demo.play.ring(BRENDA)
    const brenda = page.getByRole('article', { name: 'Mrs Brenda Trundle' })
    await brenda.getByRole('button', { name: 'Answer' }).click()
    demo.play.say(BRENDA, 'This is Quillbrook Home Care.')
    demo.play.say(BRENDA, 'Anna will be with you at twenty to ten.')
    await brenda.getByText('Anna will be with you at twenty to ten.').first().waitFor()
    expect(await record.isVisible()).toBe(false)
    demo.story.now = { record: 2, inVain: 0, tone: 'told', words: '' }
    await brenda.getByRole('button', { name: 'Hang up' }).click()
    await record.waitFor()
    expect(await page.getByRole('button', { name: 'Show me another' }).isVisible()).toBe(true)
    expect(await page.evaluate(WEAK_CONTRASTS)).toEqual([])
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
    await record.click()
    await page.waitForURL(`${demo.url}/late-visits/2`)
    expect(faults).toEqual([])
    await browser.close()
    await demo.stop()
  })
})

function recordAt(number: number, plannedStart: number) {
  const plan = {
    rev: 1,
    plannedStart,
    plannedEnd: plannedStart + 1_800_000,
    timeCritical: false,
    timeCriticalReason: '',
    status: 'planned' as const,
  }
  const visit = aVisit({ plans: [plan], events: [late('e1', '08:40', 20)] })
  return lateVisitRecord(visit, [], { ...stored, number }, plannedStart, reasons)
}
