import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

/** The simulator's account, as `src/compose/carrier.ts` makes it. */
const SIMULATED = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'the-simulator-signs-with-this' }

/** A webhook as the carrier itself would send it, or as somebody would who has no token. */
export async function postWebhook(
  url: string,
  path: string,
  fields: Record<string, string>,
  sign: 'signed' | 'wrongly signed' | 'unsigned' = 'signed',
): Promise<{ status: number; body: string }> {
  const address = `${url}${path}`
  const token = sign === 'signed' ? SIMULATED.authToken : 'some other token'
  const signature =
    sign === 'unsigned' ? {} : { 'x-twilio-signature': getExpectedTwilioSignature(token, address, fields) }
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...signature }
  const answer = await fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
  return { status: answer.status, body: await answer.text() }
}

/** The fields of a text that came in. */
export function textFields(
  from: string,
  to: string,
  body: string,
  sid = `SM${'0'.repeat(31)}1`,
): Record<string, string> {
  return { AccountSid: SIMULATED.accountSid, MessageSid: sid, From: from, To: to, Body: body, NumMedia: '0' }
}

/** The fields of a call. */
export function callFields(from: string, to: string, sid = `CA${'0'.repeat(31)}1`): Record<string, string> {
  return {
    AccountSid: SIMULATED.accountSid,
    CallSid: sid,
    From: from,
    To: to,
    Direction: 'inbound',
    CallStatus: 'ringing',
  }
}
