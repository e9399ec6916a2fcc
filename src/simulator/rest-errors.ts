/** Twilio's refusals that the stand-in gives: HTTP status and words, by code. `{}` takes the value that was wrong. */
const refusals = {
  20003: { status: 401, message: 'Authenticate' },
  20404: { status: 404, message: 'The requested resource {} was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'Internal Server Error' },
  20503: { status: 503, message: 'Service unavailable. Please try again in some time' },
  20001: { status: 400, message: '{}' },
  13224: {
    status: 400,
    message:
      "Phone number {} is not supported. (The stand-in carrier reaches Ofcom's drama numbers only: use 07700 900000 to 900999, 01632 960000 to 960999 or 020 7946 0000 to 0999.)",
  },
  21201: { status: 400, message: "No 'To' number is specified" },
  21205: { status: 400, message: 'Url is not a valid URL: {}' },
  21210: {
    status: 400,
    message:
      "The source phone number provided, {}, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio.",
  },
  21211: { status: 400, message: "Invalid 'To' Phone Number: {}" },
  21212: { status: 400, message: "Invalid 'From' Number: {}" },
  21213: { status: 400, message: "No 'From' number is specified" },
  21220: { status: 400, message: 'Call is not in-progress. Cannot redirect.' },
  21408: {
    status: 400,
    message:
      "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {}. (The stand-in carrier reaches Ofcom's drama numbers only.)",
  },
  21602: { status: 400, message: 'Message body is required.' },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: {
    status: 400,
    message:
      "The 'From' phone number provided ({}) is not a valid message-capable Twilio phone number for this destination.",
  },
  21609: { status: 400, message: 'Invalid status callback URL: {}' },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21614: { status: 400, message: "'To' number is not a valid mobile number: {}" },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
} as const

export type RefusalCode = keyof typeof refusals

/** A refusal; it leaves a route by being thrown and reaches the client as Twilio's JSON. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly status: number
  constructor(code: RefusalCode, value = '') {
    super(refusals[code].message.replace('{}', value))
    this.code = code
    this.status = refusals[code].status
  }
}

/** Twilio's JSON for a refusal. */
export function refusalJson({ code, message, status }: Refusal): {
  code: number
  message: string
  more_info: string
  status: number
} {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
}
