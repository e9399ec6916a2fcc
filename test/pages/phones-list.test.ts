import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NO_BROWSER, openBrowser } from './browser.ts'
import { ANNA, BRENDA, ESTELLE, startDemonstration, SUGGESTION } from './demonstration.ts'
import { openPhones, type Demonstration } from './open-phones.ts'

describe.skipIf(NO_BROWSER)('two hundred phones on one screen', { timeout: 60_000 }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let demo: Demonstration
  let page: Page
  const faults: string[] = []

  beforeAll(async () => void (browser = await openBrowser()), 60_000)
  afterAll(() => browser.close())
  beforeEach(async () => {
    demo = await startDemonstration()
    page = await openPhones(browser.context, demo, faults)
  })
  afterEach(async () => {
    await page.close()
    await demo.stop()
    expect(faults.splice(0)).toEqual([])
  })

  const list = (): Locator => page.getByRole('region', { name: 'All phones' })
  const row = (name: string): Locator => list().getByRole('button', { name: new RegExp(`^${name}`) })
  const names = (): Promise<string[]> => page.getByRole('article').getByRole('heading').allTextContents()

  it('puts the phones of interest first, the others behind closed groups', async () => {
    const titles = (open: string): Promise<string[]> =>
      list().locator(`details${open}:not([hidden]) > summary`).allTextContents()
    expect(await titles('[open]')).toEqual([
      'Care workers on shift 18',
      'Service users expecting a visit 32',
      'Managers on call 3',
    ])
    expect(await titles(':not([open])')).toEqual([
      'Other care workers 37',
      'Other service users 78',
      'Other managers 10',
      'Families and other contacts 20',
    ])
    expect(await row('Mrs Brenda Trundle').textContent()).toContain('Expects Anna at 9.20am')
  })

  it('finds a phone by part of a name, without regard to case, and by number with or without spaces', async () => {
    const search = list().getByRole('searchbox', { name: 'Search by name or number' })
    await search.fill('ROSENTH')
    await list().getByText('1 phone found').waitFor()
    expect(await row('Mrs Estelle Rosenthal').isVisible()).toBe(true)
    expect(await row('Mrs Brenda Trundle').isVisible()).toBe(false)
    await search.fill('07700900334')
    await list().getByText('1 phone found').waitFor()
    await search.fill('nobody at all')
    await list().getByText('No phone found.').waitFor()
    await search.fill('')
    await row('Mrs Brenda Trundle').waitFor()
    expect(await list().locator('details[open]:not([hidden])').count()).toBe(3)
  })

  it('takes a phone to the desk and puts it back', async () => {
    await row('Mrs Estelle Rosenthal').click()
    expect(await names()).toEqual(['Mrs Estelle Rosenthal', 'Anna Kowalska', 'Mrs Brenda Trundle', 'Anjali Ramdas'])
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Mrs Estelle Rosenthal')
    expect(await row('Mrs Estelle Rosenthal').getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Put Mrs Estelle Rosenthal’s phone back' }).click()
    expect(await names()).toEqual(['Anna Kowalska', 'Mrs Brenda Trundle', 'Anjali Ramdas'])
    expect(await row('Mrs Estelle Rosenthal').getAttribute('aria-pressed')).toBe('false')
  })

  it('tells two people of one name, and the two phones of one person, apart', async () => {
    const twins = list()
      .locator('.row')
      .filter({ hasText: /^Mrs Marva Knapp/ })
    expect(await twins.allTextContents()).toEqual([
      'Mrs Marva Knapp  Expects Jodie at 9.17am · landline 01632 960100',
      'Mrs Marva Knapp  landline 01632 960777',
      'Mrs Marva Knapp  mobile 07700 900777',
    ])
    for (const number of ['+441632960100', '+447700900777']) demo.play.ring(number)
    const ringing = page.getByRole('region', { name: 'Ringing now' })
    await ringing.getByRole('button', { name: 'Mrs Marva Knapp (01632 960100)' }).waitFor()
    await ringing.getByRole('button', { name: 'Mrs Marva Knapp (mobile)' }).click()
    await page
      .getByRole('article', { name: 'Mrs Marva Knapp (mobile)' })
      .getByRole('button', { name: 'Answer' })
      .waitFor()
    await expect.poll(() => page.title()).toContain('2 phones ring')
  })

  it('says so when the desk is empty', async () => {
    for (const name of await names()) await page.getByRole('button', { name: `Put ${name}’s phone back` }).click()
    expect(await page.getByText('No phone is on the desk.').isVisible()).toBe(true)
  })

  it('keeps the desk when the page is opened again', async () => {
    await row('Mrs Estelle Rosenthal').click()
    await page.getByRole('button', { name: 'Put Anna Kowalska’s phone back' }).click()
    await page.reload()
    await page.getByRole('article').nth(2).waitFor()
    expect(await names()).toEqual(['Mrs Estelle Rosenthal', 'Mrs Brenda Trundle', 'Anjali Ramdas'])
  })

  it('marks new messages on phones that are not on the desk, until one looks', async () => {
    demo.play.text(ESTELLE, 'Grace will be with you at 9.50am.')
    demo.play.text(ESTELLE, 'Grace is on her way.')
    await row('Mrs Estelle Rosenthal').getByText('2 new').waitFor()
    await expect
      .poll(() => page.locator('#announcer').textContent())
      .toContain('New message on Mrs Estelle Rosenthal’s phone.')
    await row('Mrs Estelle Rosenthal').click()
    await page.getByRole('article', { name: 'Mrs Estelle Rosenthal' }).getByText('Grace is on her way.').waitFor()
    expect(await row('Mrs Estelle Rosenthal').getByText('new').isVisible()).toBe(false)
  })

  it('brings a ringing phone forward, and one press leads to its green button', async () => {
    demo.play.ring(ESTELLE)
    const ringing = page.getByRole('region', { name: 'Ringing now' })
    await row('Mrs Estelle Rosenthal').getByText('ringing').waitFor()
    await ringing.getByRole('button', { name: /Mrs Estelle Rosenthal/ }).click()
    const phone = page.getByRole('article', { name: 'Mrs Estelle Rosenthal' })
    expect(
      await phone
        .getByRole('button', { name: 'Answer' })
        .evaluate((button) => button === button.ownerDocument.activeElement),
    ).toBe(true)
    expect(await ringing.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    await row('Mrs Estelle Rosenthal').getByText('in a call').waitFor()
  })

  it('counts what it does not show when many phones ring at once', async () => {
    for (let i = 0; i < 12; i += 1) demo.play.ring(`+441632960${100 + i}`)
    const ringing = page.getByRole('region', { name: 'Ringing now' })
    await ringing.getByText('and 7 more, marked in the list').waitFor()
    expect(await ringing.getByRole('button').count()).toBe(5)
    demo.play.end('+441632960100', 'no-answer')
    await ringing.getByText('and 6 more, marked in the list').waitFor()
    await expect.poll(() => page.title()).toContain('11 phones ring')
  })

  it('lets the page say first what there is to do with another suggestion', async () => {
    await page
      .getByRole('article', { name: 'Anna Kowalska' })
      .getByRole('textbox', { name: 'Text message' })
      .fill('LATE 20')
    await page.keyboard.press('Enter')
    demo.story.now = { record: 1, inVain: 0, tone: 'told', words: '' }
    demo.play.text(BRENDA, 'Anna will be with you at 9.40am.')
    demo.suggest({ ...SUGGESTION, visitRef: 'V2' })
    await page.getByRole('button', { name: 'Show me another' }).click()
    await page.getByText('Take Anna’s phone and text LATE 20').waitFor()
    expect(demo.play.asked).toEqual([`${ANNA} text +441632960999 LATE 20`])
  })
})
