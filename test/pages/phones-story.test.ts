import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NO_BROWSER, openBrowser } from './browser.ts'
import { ANNA, BRENDA, ANJALI, MORNING, startDemonstration, SUGGESTION } from './demonstration.ts'
import { openPhones, type Demonstration } from './open-phones.ts'

const waiting = { record: 7, inVain: 0, tone: 'waiting', words: 'Mrs Brenda Trundle is being told.' } as const
const told = { record: 7, inVain: 0, tone: 'told', words: 'Mrs Brenda Trundle was told.' } as const

describe.skipIf(NO_BROWSER)('one phone texts, another rings', { timeout: 60_000 }, () => {
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

  const phone = (name: string): Locator => page.getByRole('article', { name })
  const guide = (): Locator => page.locator('#guide .sentence')
  /** It asks the program every second and a half. */
  const guideSays = async (words: string): Promise<void> => {
    await expect.poll(() => guide().textContent(), { timeout: 8000 }).toBe(words)
  }

  it('lays out the care worker, the service user and the manager of the suggestion', async () => {
    expect(await page.getByRole('article').getByRole('heading').allTextContents()).toEqual([
      'Anna Kowalska',
      'Mrs Brenda Trundle',
      'Anjali Ramdas',
    ])
    expect(await guide().textContent()).toBe('Take Anna’s phone and text LATE 20.')
    expect(await page.locator('#guide .why').textContent()).toBe(
      'Anna is due at 9.20am, at the home of Mrs Brenda Trundle.',
    )
  })

  it('tells the whole story: text, answer, ring, pick up, hear, hang up', async () => {
    const anna = phone('Anna Kowalska')
    const brenda = phone('Mrs Brenda Trundle')
    await page.getByRole('button', { name: 'Write it for me' }).click()
    expect(await anna.getByRole('textbox', { name: 'Text message' }).inputValue()).toBe('LATE 20')
    expect(demo.play.asked).toEqual([])
    await anna.getByRole('button', { name: 'Send' }).click()
    await anna.getByText('LATE 20 ', { exact: false }).first().waitFor()
    await expect.poll(() => demo.play.asked).toEqual([`${ANNA} text +441632960999 LATE 20`])
    await guideSays('Sent. The line is reading it.')
    demo.story.now = waiting
    await guideSays('Sent. Now watch Mrs Trundle’s phone.')

    demo.play.text(ANNA, 'Thank you, Anna. Mrs Trundle will be told 9.40am.')
    await anna.getByText('Mrs Trundle will be told 9.40am.').waitFor()
    expect(await anna.locator('.message .when').last().textContent()).toMatch(/^9\.02am$/)

    demo.play.ring(BRENDA)
    await brenda.getByText('is ringing').waitFor()
    await expect
      .poll(() => page.getByRole('alert').allTextContents())
      .toContain('Mrs Brenda Trundle’s phone is ringing.')
    await guideSays('Mrs Trundle’s phone is ringing. Answer it.')
    await expect.poll(() => page.title()).toContain('Mrs Brenda Trundle rings')
    await brenda.getByRole('button', { name: 'Answer' }).click()

    demo.play.say(BRENDA, 'This is Quillbrook Home Care.')
    demo.play.say(BRENDA, 'Anna will be with you at twenty to ten.')
    await brenda
      .getByRole('log', { name: 'What is said' })
      .getByText('Anna will be with you at twenty to ten.')
      .waitFor()
    await guideSays('Listen: Mrs Trundle hears who is coming, and at what time.')
    await brenda.getByRole('button', { name: 'Hang up' }).click()
    await guideSays('The call is over. The line looks whether Mrs Trundle has heard it.')
    expect(await page.locator('#guide .steps .now').textContent()).toBe('Hear')
    demo.story.now = told
    await guideSays('Mrs Trundle has been told. Nobody in the office had to ring.')
    await brenda.getByText('Call from Quillbrook Home Care').waitFor()
    expect(
      await brenda
        .getByRole('log', { name: 'Calls of Mrs Brenda Trundle' })
        .getByText('Anna will be with you at twenty to ten.')
        .isVisible(),
    ).toBe(true)
    expect(demo.play.asked).toEqual([`${ANNA} text +441632960999 LATE 20`, `${BRENDA} answer`, `${BRENDA} hang-up`])
  })

  it('does not say that somebody was told when nobody heard it', async () => {
    await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).fill('LATE 20')
    await page.keyboard.press('Enter')
    demo.story.now = waiting
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByText('is ringing').waitFor()
    demo.story.now = { ...waiting, inVain: 1 }
    demo.play.end(BRENDA, 'no-answer')
    await guideSays('Mrs Trundle has not heard it yet. Watch which phone rings next.')
    await phone('Mrs Brenda Trundle').getByText('not answered').waitFor()
  })

  it('takes no text for a late visit that the line did not take for one, and goes on when it did', async () => {
    const anna = phone('Anna Kowalska')
    demo.play.text(ANNA, 'Your visits of today.')
    await anna.getByRole('textbox', { name: 'Text message' }).fill('asdf')
    await page.keyboard.press('Enter')
    await guideSays('Sent. The line is reading it.')
    demo.play.text(ANNA, 'I did not understand that. Text LATE and the minutes.')
    await guideSays('No visit is late yet. Read the answer on Anna’s phone.')
    await page.getByRole('button', { name: 'Write it for me' }).click()
    await page.keyboard.press('Enter')
    await guideSays('Sent. The line is reading it.')
    demo.story.now = waiting
    await guideSays('Sent. Now watch Mrs Trundle’s phone.')
    expect(new Set(demo.story.asked)).toEqual(new Set([`V1 ${Date.UTC(2026, 10, 24, 9, 20)}`]))
  })

  it('keeps out of it what happens on the phones of its story and is another story', async () => {
    const brenda = phone('Mrs Brenda Trundle')
    await brenda.getByRole('button', { name: 'Ring' }).click()
    demo.play.answer(BRENDA)
    demo.play.say(BRENDA, 'This is Quillbrook Home Care.')
    demo.play.say(BRENDA, 'Your next visit is at twenty past nine.')
    await brenda.getByText('Your next visit is at twenty past nine.').first().waitFor()
    await expect.poll(() => demo.story.asked.length, { timeout: 8000 }).toBeGreaterThan(2)
    expect(await guide().textContent()).toBe('Take Anna’s phone and text LATE 20.')
    demo.story.now = waiting
    await brenda.getByRole('button', { name: 'Hang up' }).click()
    await guideSays('Sent. Now watch Mrs Trundle’s phone.')
    await brenda.getByRole('button', { name: 'Ring' }).click()
    await brenda.getByText('Ringing…').waitFor()
    const asked = demo.story.asked.length
    await expect.poll(() => demo.story.asked.length, { timeout: 8000 }).toBeGreaterThan(asked + 1)
    expect(await guide().textContent()).toBe('Sent. Now watch Mrs Trundle’s phone.')
  })

  it('says that nobody has to ring when the report was taken back', async () => {
    await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).fill('LATE 20')
    await page.keyboard.press('Enter')
    demo.story.now = {
      record: 4,
      inVain: 0,
      tone: 'quiet',
      words: 'Mrs Brenda Trundle was not told: the report was taken back.',
    }
    await guideSays('Nobody has to ring: the record says why.')
    expect(await page.locator('#guide .why').textContent()).toContain('the report was taken back')
  })

  it('goes on with the same story and the same pair when the page is opened again', async () => {
    await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).fill('LATE 20')
    await page.keyboard.press('Enter')
    demo.story.now = waiting
    await guideSays('Sent. Now watch Mrs Trundle’s phone.')
    demo.suggest({ ...SUGGESTION, visitRef: 'V2', careWorker: { number: '+447700900600', name: 'Jodie Knapp' } })
    await page.reload()
    await page.getByRole('article').nth(2).waitFor()
    expect(await guide().textContent()).toBe('Sent. Now watch Mrs Trundle’s phone.')
    demo.story.now = told
    demo.play.text(BRENDA, 'Anna will be with you at 9.40am.')
    await page.getByText('Mrs Trundle has been told.').waitFor()
    await page.getByRole('button', { name: 'Show me another' }).click()
    await page.getByText('Take Jodie’s phone and text LATE 20').waitFor()
    await page.reload()
    await page.getByRole('article').nth(2).waitFor()
    expect(await guide().textContent()).toBe('Take Jodie’s phone and text LATE 20.')
  })

  it('begins another story when the visit’s time came before anybody began', async () => {
    demo.suggest({ ...SUGGESTION, visitRef: 'V2', careWorker: { number: '+447700900600', name: 'Jodie Knapp' } })
    await page.clock.setFixedTime(MORNING + 19 * 60_000)
    await page.reload()
    await guideSays('Take Jodie’s phone and text LATE 20.')
  })

  it('presses keys by mouse and by keyboard, and speaks', async () => {
    const brenda = phone('Mrs Brenda Trundle')
    expect(await brenda.getByRole('button', { name: 'Press 4' }).isDisabled()).toBe(true)
    demo.play.ring(BRENDA)
    await brenda.getByRole('button', { name: 'Answer' }).click()
    demo.play.listen(BRENDA, { keys: true, speech: true })
    await brenda.getByText('Listening: speak or press a key').waitFor()
    await brenda.getByRole('button', { name: 'Press 4' }).click()
    await page.keyboard.press('*')
    await brenda.getByText('You pressed 4 *').waitFor()
    await brenda.getByRole('textbox', { name: 'Say something' }).fill('yes 1 please')
    await brenda.getByRole('button', { name: 'Say' }).click()
    await brenda.getByText('yes 1 please').waitFor()
    expect(demo.play.asked).toEqual([
      `${BRENDA} answer`,
      `${BRENDA} press 4`,
      `${BRENDA} press *`,
      `${BRENDA} say yes 1 please`,
    ])
  })

  it('keeps what was said and pressed in a call that is over, and shows its end', async () => {
    const brenda = phone('Mrs Brenda Trundle')
    const kept = brenda.getByRole('log', { name: 'Calls of Mrs Brenda Trundle' })
    demo.play.ring(BRENDA)
    await brenda.getByRole('button', { name: 'Answer' }).click()
    for (let sentence = 1; sentence <= 12; sentence += 1)
      demo.play.say(BRENDA, `This is sentence ${sentence} of a long call.`)
    demo.play.listen(BRENDA, { keys: true, speech: true })
    await brenda.getByRole('button', { name: 'Press 4' }).click()
    await brenda.getByText('You pressed 4').waitFor()
    demo.play.say(BRENDA, 'Thank you, goodbye.')
    await brenda.getByText('Thank you, goodbye.').waitFor()
    demo.play.end(BRENDA)
    await kept.getByText('Call from Quillbrook Home Care').waitFor({ state: 'attached' })
    const words = await kept.locator('.bubble').allTextContents()
    expect(words.slice(-3)).toEqual([
      'The line: This is sentence 12 of a long call.',
      'This phone: Pressed 4',
      'The line: Thank you, goodbye.',
    ])
    const hidden = await kept.evaluate((region) => region.scrollHeight - region.clientHeight - region.scrollTop)
    expect(hidden).toBeLessThan(2)
    expect(await kept.evaluate((region) => region.scrollTop)).toBeGreaterThan(0)
  })

  it('does not go back a step after the second call, while the program does not know yet that it is over', async () => {
    await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).fill('LATE 20')
    await page.keyboard.press('Enter')
    demo.story.now = { ...waiting, inVain: 1 }
    await guideSays('Mrs Trundle has not heard it yet. Watch which phone rings next.')
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    await guideSays('Listen: Mrs Trundle hears who is coming, and at what time.')
    demo.play.end(BRENDA)
    await guideSays('The call is over. The line looks whether Mrs Trundle has heard it.')
    demo.story.now = { ...waiting, inVain: 2 }
    await guideSays('Mrs Trundle has not heard it yet. Watch which phone rings next.')
  })

  it('opens a mobile’s keypad when the line waits for keys alone, else behind its button', async () => {
    const anjali = phone('Anjali Ramdas')
    const keys = anjali.getByRole('group', { name: 'Keypad' })
    const toggle = anjali.getByRole('button', { name: 'Keypad' })
    demo.play.ring(ANJALI)
    await anjali.getByRole('button', { name: 'Answer' }).click()
    await toggle.waitFor()
    expect(await keys.isVisible()).toBe(false)
    demo.play.listen(ANJALI, { keys: true, speech: false })
    await keys.waitFor()
    await toggle.click()
    await keys.waitFor({ state: 'hidden' })
    await toggle.click()
    await anjali.getByRole('button', { name: 'Press 3' }).click()
    await expect.poll(() => demo.play.asked.at(-1)).toBe(`${ANJALI} press 3`)
  })

  it('declines on a mobile, and lets a landline ring: there is no such button on it', async () => {
    demo.play.ring(BRENDA)
    demo.play.ring(ANJALI)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).waitFor()
    expect(
      await phone('Mrs Brenda Trundle')
        .getByRole('button', { name: /Decline|Hang up/ })
        .count(),
    ).toBe(0)
    await phone('Anjali Ramdas').getByRole('button', { name: 'Decline' }).click()
    await expect.poll(() => demo.play.asked).toEqual([`${ANJALI} hang-up`])
  })

  it('rings the line from a landline, and another number when one is typed', async () => {
    const brenda = phone('Mrs Brenda Trundle')
    await brenda.getByRole('button', { name: 'Ring' }).click()
    await brenda.getByText('Ringing…').waitFor()
    const announced = (): Promise<string | null> => page.locator('#announcer').textContent()
    await expect.poll(announced).toBe('Ringing Quillbrook Home Care from Mrs Brenda Trundle’s phone.')
    demo.play.answer(BRENDA)
    await expect.poll(announced).toBe('Quillbrook Home Care has answered.')
    await brenda.getByRole('button', { name: 'Hang up' }).click()
    await brenda.getByRole('textbox', { name: 'To ring' }).fill('07700 900123')
    await brenda.getByRole('button', { name: 'Ring' }).click()
    await brenda.getByRole('group', { name: 'Call' }).getByText('Anna Kowalska').waitFor()
    expect(demo.play.asked).toEqual([`${BRENDA} ring +441632960999`, `${BRENDA} hang-up`, `${BRENDA} ring ${ANNA}`])
  })

  it('gives a landline no box for texts', async () => {
    expect(await phone('Mrs Brenda Trundle').getByRole('textbox', { name: 'Text message' }).count()).toBe(0)
    expect(await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Send' }).count()).toBe(0)
  })

  it('says on the phone what went wrong, and gives the words back', async () => {
    const anna = phone('Anna Kowalska')
    await anna.getByRole('textbox', { name: /^To/ }).fill('01632 960111')
    await anna.getByRole('textbox', { name: 'Text message' }).fill('hello')
    await anna.getByRole('button', { name: 'Send' }).click()
    await anna.getByRole('alert').getByText('That number does not exist.').waitFor()
    expect(await anna.getByRole('textbox', { name: 'Text message' }).inputValue()).toBe('hello')
  })

  it('sends nothing when nothing was written', async () => {
    await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).fill('   ')
    await page.keyboard.press('Enter')
    await phone('Anna Kowalska').getByRole('button', { name: 'UNDO' }).click()
    expect(await phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' }).inputValue()).toBe('UNDO')
    expect(demo.play.asked).toEqual([])
  })

  it('sets how a phone behaves when it is rung', async () => {
    await phone('Mrs Brenda Trundle').getByRole('combobox', { name: 'When it rings' }).selectOption('engaged')
    await expect.poll(() => demo.play.asked).toEqual([`${BRENDA} behaviour engaged`])
    await expect.poll(() => demo.play.handset(BRENDA).behaviour).toBe('engaged')
  })

  it('keeps half-written words and the focus while things happen', async () => {
    const box = phone('Anna Kowalska').getByRole('textbox', { name: 'Text message' })
    await box.fill('LATE')
    demo.play.text(ANNA, 'Good morning.')
    await phone('Anna Kowalska').getByText('Good morning.').waitFor()
    expect(await box.inputValue()).toBe('LATE')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
  })

  it('shows what people write as words, never as a page', async () => {
    demo.play.text(ANNA, '<img src=x onerror="document.title=1"> & <b>bold</b>')
    await phone('Anna Kowalska').getByText('<img src=x onerror="document.title=1"> & <b>bold</b>').waitFor()
    expect(await phone('Anna Kowalska').locator('.bubble img, .bubble b').count()).toBe(0)
  })

  it('finds the line again after it was away, and what happened meanwhile', async () => {
    await page.route('**/simulator/**', (route) => route.abort())
    demo.play.breakStreams()
    await page.getByText('The line does not answer just now.').waitFor()
    demo.play.text(ANNA, 'While you were away.')
    await page.unroute('**/simulator/**')
    await phone('Anna Kowalska').getByText('While you were away.').waitFor()
    await expect.poll(() => page.locator('#connection').isVisible()).toBe(false)
  })

  it('catches up by itself when only the live stream broke', async () => {
    demo.play.breakStreams()
    demo.play.text(ANNA, 'Said between two streams.')
    await expect
      .poll(() => phone('Anna Kowalska').locator('.bubble').allTextContents())
      .toEqual(['From Quillbrook Home Care: Said between two streams.'])
  })
})
