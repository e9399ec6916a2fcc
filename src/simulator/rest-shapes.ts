import { createHash } from 'node:crypto'
import { durationSeconds, type Call } from './call.ts'
import { rfc2822 } from './carrier-time.ts'
import type { Carrier, Line } from './carrier.ts'
import type { Message } from './message.ts'
import { readable } from './phone-numbers.ts'

/** Calls, texts and numbers as Twilio's JSON shows them. */
export function callJson(carrier: Carrier, call: Call): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${carrier.accountSid}/Calls/${call.sid}`
  return {
    sid: call.sid,
    account_sid: carrier.accountSid,
    parent_call_sid: call.parent?.sid ?? null,
    api_version: '2010-04-01',
    direction: call.direction,
    to: call.to,
    to_formatted: readable(call.to),
    from: call.from,
    from_formatted: readable(call.from),
    phone_number_sid: lineSid(carrier, call),
    status: call.status === 'initiated' ? 'queued' : call.status,
    answered_by: call.answeredBy ?? null,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    start_time: timeOrNull(call.startedAt),
    end_time: timeOrNull(call.endedAt),
    duration: call.endedAt === undefined ? null : String(durationSeconds(call)),
    price: null,
    price_unit: 'USD',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    trunk_sid: null,
    queue_time: String(Math.max(0, (call.startedAt ?? call.createdAt) - call.createdAt)),
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(
      ['notifications', 'recordings', 'events'].map((name) => [
        name,
        `${uri}/${name[0]?.toUpperCase()}${name.slice(1)}.json`,
      ]),
    ),
  }
}

export function messageJson(carrier: Carrier, message: Message): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${carrier.accountSid}/Messages/${message.sid}`
  return {
    sid: message.sid,
    account_sid: carrier.accountSid,
    messaging_service_sid: null,
    api_version: '2010-04-01',
    direction: message.direction,
    to: message.to,
    from: message.from,
    body: message.body,
    status: message.status,
    num_segments: String(message.segments),
    num_media: '0',
    error_code: message.errorCode ?? null,
    error_message: message.errorMessage ?? null,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.updatedAt),
    date_sent: timeOrNull(message.sentAt),
    price: null,
    price_unit: 'USD',
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  }
}

export function accountJson(carrier: Carrier): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${carrier.accountSid}`
  const opened = rfc2822(Date.UTC(2026, 0, 1))
  return {
    sid: carrier.accountSid,
    friendly_name: 'The stand-in carrier',
    status: 'active',
    type: 'Full',
    owner_account_sid: carrier.accountSid,
    auth_token: null,
    date_created: opened,
    date_updated: opened,
    uri: `${uri}.json`,
    subresource_uris: {
      calls: `${uri}/Calls.json`,
      messages: `${uri}/Messages.json`,
      incoming_phone_numbers: `${uri}/IncomingPhoneNumbers.json`,
    },
  }
}

export function lineJson(carrier: Carrier, line: Line): { sid: string } & Record<string, unknown> {
  const sid = numberSid(line.number)
  const opened = rfc2822(Date.UTC(2026, 0, 1))
  return {
    sid,
    account_sid: carrier.accountSid,
    address_sid: null,
    address_requirements: 'none',
    api_version: '2010-04-01',
    beta: false,
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    date_created: opened,
    date_updated: opened,
    friendly_name: line.name,
    identity_sid: null,
    phone_number: line.number,
    origin: 'twilio',
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: line.fallbackUrl ?? '',
    sms_method: 'POST',
    sms_url: line.smsUrl,
    status_callback: line.statusCallback ?? '',
    status_callback_method: 'POST',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${carrier.accountSid}/IncomingPhoneNumbers/${sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: line.fallbackUrl ?? '',
    voice_method: 'POST',
    voice_url: line.voiceUrl,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
    subresource_uris: {},
  }
}

function numberSid(number: string): string {
  return `PN${createHash('md5').update(number).digest('hex')}`
}

function lineSid(carrier: Carrier, call: Call): string | null {
  const line = carrier.lines.get(call.direction === 'inbound' ? call.to : call.from)
  return line === undefined ? null : numberSid(line.number)
}

function timeOrNull(at: number | undefined): string | null {
  return at === undefined ? null : rfc2822(at)
}
