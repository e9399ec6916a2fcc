import { randomBytes } from 'node:crypto'
import twilio from 'twilio'

/** Who is called by whom: one side of a webhook. */
export interface Target {
  port: number
  publicUrl: string
  accountSid: string
  authToken: string
  line: string
}

export interface Text {
  from: string
  body: string
}

/**
 * A text as the carrier hands it over: one HTTP request, with every field the carrier sends and its signature, ready to
 * be written to a socket.
 */
export function signedText({ port, publicUrl, accountSid, authToken, line }: Target, { from, body }: Text): Buffer {
  const sid = `SM${randomBytes(16).toString('hex')}`
  const form = {
    ToCountry: 'GB',
    ToState: '',
    SmsMessageSid: sid,
    NumMedia: '0',
    ToCity: '',
    FromZip: '',
    SmsSid: sid,
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: body,
    FromCountry: 'GB',
    To: line,
    ToZip: '',
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: accountSid,
    From: from,
    ApiVersion: '2010-04-01',
  }
  const content = new URLSearchParams(form).toString()
  const head = [
    'POST /twilio/sms HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'User-Agent: TwilioProxy/1.1',
    'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(content)}`,
    `X-Twilio-Signature: ${twilio.getExpectedTwilioSignature(authToken, `${publicUrl}/twilio/sms`, form)}`,
    'Accept: */*',
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${content}`)
}
