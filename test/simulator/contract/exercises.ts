import type { Twilio } from 'twilio'
import type { AttemptId } from '../../../src/cellar/ids.ts'
import type { PhoneNumber } from '../../../src/cellar/phone-number.ts'
import { createTwilioCarrier } from '../../../src/twilio/client.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { accountSid, anna, authToken, doris, lineNumber, type Stage } from '../stage.ts'

/** What is asked of the carrier, by name; each throws when an answer is not what it should be. */
export type Exercise = [name: string, run: () => Promise<void>]

/** Every request of Twilio's API that Lateline's carrier serves, through Twilio's own client. */
export function sdkExercises(client: Twilio, stage: Stage): Exercise[] {
  const at = (path: string): string => `${stage.programUrl}${path}`
  const call = (to: string) =>
    client.calls.create({
      to,
      from: lineNumber,
      url: at('/doc'),
      method: 'POST',
      fallbackUrl: at('/fallback'),
      fallbackMethod: 'POST',
      statusCallback: at('/status'),
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      statusCallbackMethod: 'POST',
      timeout: 25,
      machineDetection: 'DetectMessageEnd',
      asyncAmd: 'true',
      asyncAmdStatusCallback: at('/amd'),
      asyncAmdStatusCallbackMethod: 'POST',
    })
  return [
    [
      'a call: create, fetch, send elsewhere, end',
      async () => {
        stage.script['/doc'] = '<Response><Pause length="60"/></Response>'
        const { sid } = await call(anna)
        await stage.advance(2)
        await client.calls(sid).fetch()
        await stage.post(`/simulator/handsets/${anna}/answer`)
        await stage.settled()
        await client.calls(sid).update({ url: at('/doc'), method: 'POST' })
        await client.calls(sid).update({ twiml: '<Response><Pause/></Response>' })
        same((await client.calls(sid).update({ status: 'completed' })).status, 'completed')
      },
    ],
    [
      'a call: create and cancel',
      async () => {
        same((await client.calls((await call(doris)).sid).update({ status: 'canceled' })).status, 'canceled')
        await stage.advance(5)
      },
    ],
    [
      'a call that brings its own document',
      async () => {
        await client.calls.create({ to: doris, from: lineNumber, twiml: '<Response><Say>Hello</Say></Response>' })
        await stage.advance(120)
      },
    ],
    [
      'calls: list with every filter, and pages',
      async () => {
        const day = new Date(stage.now())
        await client.calls.list({
          to: anna,
          from: lineNumber,
          status: 'completed',
          startTimeAfter: new Date(0),
          limit: 5,
        })
        await client.calls.list({ startTime: day, startTimeBefore: day, endTimeAfter: day, limit: 5 })
        same((await client.calls.list({ pageSize: 1, limit: 3 })).length, 3)
      },
    ],
    [
      'texts: create, fetch, list, make unreadable, delete',
      async () => {
        for (const to of [anna, doris]) {
          const body = 'Anna is late: 9.20am.'
          const { sid } = await client.messages.create({
            to,
            from: lineNumber,
            body,
            statusCallback: at('/status'),
            validityPeriod: 600,
          })
          await stage.advance(2)
          await client.messages(sid).fetch()
        }
        await stage.post(`/simulator/handsets/${anna}/text`, { to: lineNumber, body: 'LATE 20' })
        await stage.settled()
        const texts = await client.messages.list({ pageSize: 1, limit: 3, dateSentAfter: new Date(0) })
        same(texts.length, 3)
        await client.messages.list({
          to: anna,
          from: lineNumber,
          dateSent: new Date(stage.now()),
          dateSentBefore: new Date(stage.now()),
        })
        const [newest] = texts
        if (newest === undefined) throw new Error('The list of texts is empty')
        same((await client.messages(newest.sid).update({ body: '' })).body, '')
        await client.messages(newest.sid).remove()
      },
    ],
    [
      'the account and its numbers',
      async () => {
        same((await client.api.v2010.accounts(accountSid).fetch()).status, 'active')
        same((await client.incomingPhoneNumbers.list({ limit: 5 })).length, 1)
      },
    ],
  ]
}

/** The same through Lateline's own client: what it really sends and reads. */
export function ownExercises(baseUrl: string, stage: Stage): Exercise[] {
  const own = createTwilioCarrier({
    accountSid,
    authToken,
    baseUrl,
    timeoutMs: 10_000,
    fallbackUrl: `${stage.programUrl}/fallback`,
    log: quietLog,
  })
  const attempt = 'attempt-1' as AttemptId
  const [from, to] = [lineNumber as PhoneNumber, anna as PhoneNumber]
  const url = `${stage.programUrl}/doc`
  return [
    [
      "Lateline's own client: a call",
      async () => {
        const placed = await own.placeCall({
          attempt,
          from,
          to,
          answerUrl: url,
          statusUrl: url,
          machineUrl: url,
          ringSeconds: 25,
          detectMachine: true,
        })
        if (placed.kind !== 'accepted') throw new Error(`The call was not accepted: ${JSON.stringify(placed)}`)
        same((await own.findCalls({ from, to, since: stage.now() })).length, 1)
        if ((await own.fetchState('call', placed.providerId)) === undefined) throw new Error('The call is not known')
        same(await own.cancelCall(placed.providerId), 'cancelled')
        await own.endCall(placed.providerId)
      },
    ],
    [
      "Lateline's own client: a text",
      async () => {
        const sent = await own.sendText({ attempt, from, to, body: 'Anna is late', statusUrl: url, validSeconds: 600 })
        if (sent.kind !== 'accepted') throw new Error(`The text was not accepted: ${JSON.stringify(sent)}`)
        await stage.advance(1)
        same((await own.findTexts({ from, to, body: 'Anna is late', since: stage.now() - 60_000 })).length, 1)
        if ((await own.fetchState('text', sent.providerId)) === undefined) throw new Error('The text is not known')
      },
    ],
    [
      "Lateline's own client: what the account may do",
      async () => {
        same((await own.limits()).lines.length, 1)
      },
    ],
  ]
}

/** What kind of number one is: another document of Twilio's describes it. */
export function lookupExercises(client: Twilio): Exercise[] {
  return [
    [
      'looking a number up',
      async () => {
        const found = await client.lookups.v2.phoneNumbers(anna).fetch({ fields: 'line_type_intelligence' })
        same(found.valid, true)
      },
    ],
  ]
}

function same(found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
}
