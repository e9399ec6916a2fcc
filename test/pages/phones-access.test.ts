import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NO_BROWSER, openBrowser } from './browser.ts'
import { WEAK_CONTRASTS } from './contrast.ts'
import { ANJALI, ANNA, BRENDA, ESTELLE, startDemonstration } from './demonstration.ts'
import { openPhones, type Demonstration } from './open-phones.ts'

describe.skipIf(NO_BROWSER)('for everybody', { timeout: 60_000 }, () => {
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
  const focused = (): Promise<unknown> =>
    page.evaluate('(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim()')

  /** Presses Tab until the focus has this name; a keyboard user can get there, or this fails. */
  async function tabTo(name: string): Promise<void> {
    const seen: unknown[] = []
    while (seen.length < 60) {
      const now = await focused()
      if (now === name) return
      seen.push(now)
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached "${name}", only ${seen.join(' | ')}`)
  }

  it('goes through the whole story with the keyboard alone', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Go to the main part')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Go to the phones on the desk')
    await page.keyboard.press('Enter')
    await tabTo('Text message')
    await page.keyboard.type('LATE 20')
    await page.keyboard.press('Enter')
    await expect.poll(() => demo.play.asked).toEqual([`${ANNA} text +441632960999 LATE 20`])

    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).waitFor()
    await tabTo('Answer')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('What is said')
    demo.play.listen(BRENDA, { keys: true, speech: true })
    await page.keyboard.press('1')
    await tabTo('Say something: type the words')
    await page.keyboard.type('no thank you')
    await page.keyboard.press('Enter')
    await tabTo('Hang up')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Mrs Brenda Trundle')
    expect(demo.play.asked.slice(1)).toEqual([
      `${BRENDA} answer`,
      `${BRENDA} press 1`,
      `${BRENDA} say no thank you`,
      `${BRENDA} hang-up`,
    ])
  })

  it('gives the focus back to the phone when the line hangs up', async () => {
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    await expect.poll(focused).toBe('What is said')
    demo.play.end(BRENDA)
    await expect.poll(focused).toBe('Mrs Brenda Trundle')
  })

  it('types digits as words while words are being typed', async () => {
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    await phone('Mrs Brenda Trundle').getByRole('textbox', { name: 'Say something' }).pressSequentially('at 9')
    expect(await phone('Mrs Brenda Trundle').getByRole('textbox', { name: 'Say something' }).inputValue()).toBe('at 9')
    expect(demo.play.asked).toEqual([`${BRENDA} answer`])
  })

  it('reads as a phone to a screen reader', async () => {
    demo.play.text(ANNA, 'Good morning, Anna.')
    await phone('Anna Kowalska').getByText('Good morning, Anna.').waitFor()
    expect(await phone('Anna Kowalska').ariaSnapshot()).toMatchInlineSnapshot(`
      "- article "Anna Kowalska":
        - heading "Anna Kowalska" [level=3]
        - paragraph: Care worker · mobile 07700 900123
        - button "Put Anna Kowalska’s phone back"
        - text: To Quillbrook Home Care
        - textbox "To Quillbrook Home Care": 01632 960999
        - button "Ring"
        - log "Messages of Anna Kowalska":
          - list:
            - listitem:
              - paragraph: "From Quillbrook Home Care: Good morning, Anna."
              - paragraph: 9.02am
        - group "Words to begin with":
          - button "LATE 20"
          - button "LATE"
          - button "UNDO"
        - textbox "Text message"
        - button "Send"
        - text: When it rings
        - combobox "When it rings":
          - option "you answer" [selected]
          - option "nobody answers"
          - option "engaged"
          - option "voicemail"
          - option "switched off""
    `)
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    demo.play.say(BRENDA, 'This is Quillbrook Home Care.')
    await phone('Mrs Brenda Trundle').getByText('This is Quillbrook Home Care.').waitFor()
    expect(await phone('Mrs Brenda Trundle').ariaSnapshot()).toMatchInlineSnapshot(`
      "- article "Mrs Brenda Trundle":
        - heading "Mrs Brenda Trundle" [level=3]
        - paragraph: Service user · landline 01632 960582
        - button "Put Mrs Brenda Trundle’s phone back"
        - group "Call":
          - paragraph: Quillbrook Home Care
          - paragraph: In a call
          - log "What is said":
            - list:
              - listitem:
                - paragraph: "The line: This is Quillbrook Home Care."
          - 'textbox "Say something: type the words"':
            - /placeholder: Say something
          - button "Say"
        - group "Keypad":
          - button "Press 1": "1"
          - button "Press 2": "2"
          - button "Press 3": "3"
          - button "Press 4": "4"
          - button "Press 5": "5"
          - button "Press 6": "6"
          - button "Press 7": "7"
          - button "Press 8": "8"
          - button "Press 9": "9"
          - button "Press star": "*"
          - button "Press 0": "0"
          - button "Press hash": "#"
        - button "Hang up"
        - text: When it rings
        - combobox "When it rings":
          - option "you answer" [selected]
          - option "nobody answers"
          - option "engaged"
          - option "voicemail"
          - option "switched off""
    `)
  })

  it('leaves the reading of a call to the screen reader where the browser has no voice', async () => {
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    demo.play.say(BRENDA, 'Hello.')
    await phone('Mrs Brenda Trundle').getByText('Hello.').waitFor()
    expect(await phone('Mrs Brenda Trundle').locator('.said').getAttribute('aria-live')).toBe('polite')
  })

  it.each([
    [1280, 800],
    [800, 1000],
    [390, 844],
    [320, 640],
  ])('fits a window of %i by %i: nothing to scroll sideways, nothing cut off', async (width, height) => {
    demo.play.text(ANNA, `Averylongwordwithoutanyspace${'x'.repeat(80)} and https://example.test/${'y'.repeat(60)}`)
    demo.play.ring(BRENDA)
    demo.play.ring(ESTELLE)
    await page.setViewportSize({ width, height })
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).click()
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Hang up' }).waitFor()
    expect(await page.evaluate(CUT_OFF)).toEqual([])
    expect(
      (await phone('Mrs Brenda Trundle').getByRole('log', { name: 'What is said' }).boundingBox())?.height,
    ).toBeGreaterThan(110)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  })

  it('has a tab for each phone in a narrow window, which shows that it rings and leads to it', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    demo.play.ring(ANJALI)
    const tab = page
      .getByRole('navigation', { name: 'Phones on the desk' })
      .getByRole('link', { name: 'Anjali Ramdas · ringing' })
    await tab.click()
    await expect
      .poll(() =>
        phone('Anjali Ramdas')
          .getByRole('button', { name: 'Answer' })
          .evaluate(
            (button) => button.getBoundingClientRect().bottom <= button.ownerDocument.documentElement.clientHeight,
          ),
      )
      .toBe(true)
    expect(await focused()).toBe('Anjali Ramdas')
  })

  it.each(['light', 'dark'] as const)(
    'has enough contrast in the %s, at rest, ringing and in a call',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe(scheme)
      demo.play.text(ANNA, 'Good morning.')
      demo.play.text(ESTELLE, 'Good morning.')
      demo.play.ring(ANJALI)
      await phone('Anjali Ramdas').getByRole('button', { name: 'Decline' }).waitFor()
      expect(await page.evaluate(WEAK_CONTRASTS)).toEqual([])
      demo.play.ring(BRENDA)
      demo.play.ring('+441632960100')
      for (const name of ['Anjali Ramdas', 'Mrs Brenda Trundle'])
        await phone(name).getByRole('button', { name: 'Answer' }).click()
      demo.play.say(BRENDA, 'Hello.')
      demo.play.say(ANJALI, 'Hello.')
      demo.play.listen(ANJALI, { keys: true, speech: false })
      await phone('Anjali Ramdas').getByRole('button', { name: 'Press 5' }).waitFor()
      await page.getByRole('region', { name: 'Ringing now' }).waitFor()
      expect(await page.evaluate(WEAK_CONTRASTS)).toEqual([])
    },
  )

  it('keeps still for people who asked for less motion', async () => {
    const moving = (): Promise<unknown> => page.evaluate('document.getAnimations().length')
    demo.play.ring(BRENDA)
    await phone('Mrs Brenda Trundle').getByRole('button', { name: 'Answer' }).waitFor()
    expect(await moving()).toBeGreaterThan(0)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(moving).toBe(0)
  })
})

describe.skipIf(NO_BROWSER)('where the browser has a voice', { timeout: 60_000 }, () => {
  it('speaks the calls that were answered here, falls silent when asked, and remembers it', async () => {
    const browser = await openBrowser()
    const demo = await startDemonstration()
    await browser.context.addInitScript(FAKE_VOICE)
    const faults: string[] = []
    const page = await openPhones(browser.context, demo, faults)
    const brenda = page.getByRole('article', { name: 'Mrs Brenda Trundle' })
    const spoken = (): Promise<unknown> => page.evaluate('window.spoken')
    demo.play.ring(BRENDA)
    await brenda.getByRole('button', { name: 'Answer' }).click()
    demo.play.say(BRENDA, 'Anna will be with you at twenty to ten.')
    await expect.poll(spoken).toEqual(['en-GB: Anna will be with you at twenty to ten.'])
    expect(await brenda.locator('.said').getAttribute('aria-live')).toBe('off')
    await brenda.getByRole('button', { name: 'Press 1' }).click()
    await expect.poll(spoken).toEqual(['en-GB: Anna will be with you at twenty to ten.', '(hush)'])

    await page.getByRole('button', { name: 'Sound on' }).click()
    demo.play.say(BRENDA, 'Goodbye.')
    await brenda.getByText('Goodbye.').waitFor()
    expect(await spoken()).not.toContain('en-GB: Goodbye.')
    await page.reload()
    expect(await page.getByRole('button', { name: 'Sound off' }).getAttribute('aria-pressed')).toBe('false')
    expect(faults).toEqual([])
    await browser.close()
    await demo.stop()
  })
})

/** To be run in the page: the controls that reach out of their phone. */
const CUT_OFF = `[...document.querySelectorAll('.device')].flatMap((device) => {
  const box = device.getBoundingClientRect()
  return [...device.querySelectorAll('button, input, textarea')]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const own = one.getBoundingClientRect()
      return own.left < box.left || own.right > box.right || own.bottom > box.bottom
    })
    .map((one) => one.textContent || one.name)
})`

/** Debian's Chromium has no voice of its own here, so this one writes down what it was given. */
const FAKE_VOICE = `
  window.spoken = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'en-GB' }],
    speak: (one) => window.spoken.push(one.lang + ': ' + one.text),
    cancel: () => window.spoken.push('(hush)'),
    addEventListener() {},
  } })`
