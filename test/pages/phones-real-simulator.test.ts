import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPages } from '../../src/pages/pages.ts'
import type { Story } from '../../src/pages/story.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { accountSid, authToken, twilioClient } from '../simulator/stage.ts'
import { NO_BROWSER, openBrowser } from './browser.ts'

const LINE = '+441632960999'
const ANNA = '+447700900123'
const BRENDA = '+441632960582'

describe.skipIf(NO_BROWSER)('over the real simulator', { timeout: 90_000 }, () => {
  let demo: Awaited<ReturnType<typeof startWithSimulator>>
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let page: Page

  beforeEach(async () => {
    demo = await startWithSimulator()
    browser = await openBrowser()
    page = await browser.context.newPage()
    await page.goto(demo.url)
    await page.getByRole('article').nth(1).waitFor()
  }, 60_000)
  afterEach(async () => {
    await browser.close()
    await demo.stop()
  })

  it('a text makes the other phone ring; what is said there is read, answered and kept', async () => {
    const anna = page.getByRole('article', { name: 'Anna Kowalska' })
    const brenda = page.getByRole('article', { name: 'Mrs Brenda Trundle' })
    await anna.getByRole('textbox', { name: 'Text message' }).fill('LATE 20')
    await page.keyboard.press('Enter')
    await anna.getByText('Thank you, Anna: you said LATE 20.').waitFor()
    await brenda.getByRole('button', { name: 'Answer' }).click()
    await brenda.getByText('Anna will be with you at twenty to ten.').waitFor()
    await brenda.getByText('Listening: speak or press a key').waitFor()
    await brenda.getByRole('button', { name: 'Press 1' }).click()
    const calls = brenda.getByRole('log', { name: 'Calls of Mrs Brenda Trundle' })
    await calls.getByText('You pressed 1. Goodbye.').waitFor()
    expect(await calls.getByText('Anna will be with you at twenty to ten.').isVisible()).toBe(true)
    await page.getByText('Mrs Trundle has been told.').waitFor()
  })

  it('speaks to the line, and does not claim that an engaged phone was told', async () => {
    const brenda = page.getByRole('article', { name: 'Mrs Brenda Trundle' })
    await brenda.getByRole('button', { name: 'Ring' }).click()
    await brenda.getByText('Listening: speak or press a key').waitFor()
    await brenda.getByRole('textbox', { name: 'Say something' }).fill('Nobody has come')
    await page.keyboard.press('Enter')
    const calls = brenda.getByRole('log', { name: 'Calls of Mrs Brenda Trundle' })
    await calls.getByText('You said Nobody has come. Goodbye.').waitFor()

    await brenda.getByRole('combobox', { name: 'When it rings' }).selectOption('engaged')
    await expect.poll(() => demo.behaviour(BRENDA)).toBe('engaged')
    await page.getByRole('article', { name: 'Anna Kowalska' }).getByRole('button', { name: 'LATE 20' }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Mrs Trundle has not heard it yet.').waitFor()
  })

  it('shows what a voicemail kept, and does not take it for a person', async () => {
    const brenda = page.getByRole('article', { name: 'Mrs Brenda Trundle' })
    await brenda.getByRole('combobox', { name: 'When it rings' }).selectOption('voicemail')
    await expect.poll(() => demo.behaviour(BRENDA)).toBe('voicemail')
    await page.getByRole('article', { name: 'Anna Kowalska' }).getByRole('button', { name: 'LATE 20' }).click()
    await page.keyboard.press('Enter')
    const calls = brenda.getByRole('log', { name: 'Calls of Mrs Brenda Trundle' })
    await brenda.getByText('The voicemail is recording').waitFor()
    await brenda.getByRole('button', { name: 'Hang up' }).click()
    await calls.getByText('the voicemail kept').waitFor()
    await page.getByText('Mrs Trundle has not heard it yet.').waitFor()
  })

  it('shows the carrier’s own words when something cannot be done', async () => {
    const anna = page.getByRole('article', { name: 'Anna Kowalska' })
    await anna.getByRole('textbox', { name: /^To/ }).fill('01632 960582')
    await anna.getByRole('textbox', { name: 'Text message' }).fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => anna.getByRole('alert').textContent()).toContain('is no line of this carrier')
  })
})

/** A line that knows one sentence, behind the real stand-in carrier, with the pages in the same program. */
async function startWithSimulator() {
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const simulator = createSimulator({
    accountSid,
    authToken,
    clock: { now: Date.now, advance: () => undefined, onAdvance: () => () => undefined },
    lines: [{ number: LINE, name: 'Quillbrook line', smsUrl: `${url}/sms`, voiceUrl: `${url}/voice` }],
    numbers: [
      { number: ANNA, name: 'Anna Kowalska', kind: 'mobile', owner: 'care worker' },
      { number: BRENDA, name: 'Mrs Brenda Trundle', kind: 'landline', owner: 'service user' },
    ],
    settings: { wordsPerSecond: 100, callsPerSecond: 100, voicemailAfterSeconds: 0 },
  })
  const client = twilioClient(url)
  const twiml = express.Router()
  let story: Story | undefined
  twiml.use(express.urlencoded({ extended: false }))
  twiml.post('/sms', async (req, res) => {
    res.type('text/xml').send(`<Response><Message>Thank you, Anna: you said ${req.body.Body}.</Message></Response>`)
    story = { record: 1, inVain: 0, tone: 'waiting', words: '' }
    await client.calls.create({ to: BRENDA, from: LINE, url: `${url}/voice`, statusCallback: `${url}/ended` })
  })
  twiml.post('/voice', (_req, res) => {
    res
      .type('text/xml')
      .send(
        '<Response><Say>This is Quillbrook Home Care.</Say><Gather input="dtmf speech" numDigits="1" timeout="60" speechTimeout="auto" action="/heard"><Say>Anna will be with you at twenty to ten.</Say></Gather></Response>',
      )
  })
  twiml.post('/ended', (_req, res) => {
    if (story?.tone === 'waiting') story = { ...story, inVain: 1 }
    res.status(204).end()
  })
  twiml.post('/heard', (req, res) => {
    if (story !== undefined) story = { ...story, tone: 'told' }
    const heard =
      req.body.Digits === undefined ? `You said ${req.body.SpeechResult}.` : `You pressed ${req.body.Digits}.`
    res.type('text/xml').send(`<Response><Say>${heard} Goodbye.</Say><Hangup/></Response>`)
  })
  app.use(twiml, simulator.router)
  app.use(
    createPages({
      agencyName: 'Quillbrook Home Care',
      health: { alive: () => true, ready: async () => ({ ok: true, checks: {} }), metrics: async () => '' },
      phones: {
        lineNumber: LINE,
        story: async () => story,
        suggestion: async () => ({
          visitRef: 'V1',
          careWorker: { number: ANNA, name: 'Anna Kowalska' },
          serviceUser: { number: BRENDA, name: 'Mrs Brenda Trundle', at: Date.UTC(2026, 10, 24, 9, 20) },
        }),
      },
    }),
  )
  return {
    url,
    async behaviour(number: string): Promise<unknown> {
      const answer = await fetch(`${url}/simulator/handsets/${encodeURIComponent(number)}`)
      const handset: unknown = await answer.json()
      return typeof handset === 'object' && handset !== null && 'behaviour' in handset ? handset.behaviour : undefined
    },
    async stop() {
      await simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
