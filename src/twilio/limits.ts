import type { Twilio } from 'twilio'

/** What the account may do, for the doctor. */
export interface CarrierLimits {
  /** active, suspended or closed */
  status: string
  /** a trial account rings and texts verified numbers only, and puts its own words before every text */
  trial: boolean
  /** without an approved business profile calls at once may be capped at 2 (3 for a person); undefined: could not be read */
  businessProfileApproved: boolean | undefined
  lines: CarrierLine[]
}

/** A number that the account owns, and where it sends what comes in. */
export interface CarrierLine {
  number: string
  calls: boolean
  texts: boolean
  callUrl: string
  callFallbackUrl: string
  callStatusUrl: string
  textUrl: string
  textFallbackUrl: string
}

/** Reads the account and its numbers. @throws the SDK's errors */
export async function readLimits(api: Twilio, accountSid: string): Promise<CarrierLimits> {
  const [account, numbers, businessProfileApproved] = await Promise.all([
    api.api.v2010.accounts(accountSid).fetch(),
    api.incomingPhoneNumbers.list({ limit: 200, pageSize: 200 }),
    hasApprovedProfile(api),
  ])
  return {
    status: account.status,
    trial: account.type === 'Trial',
    businessProfileApproved,
    lines: numbers.map((each) => ({
      number: each.phoneNumber,
      calls: each.capabilities?.voice ?? false,
      texts: each.capabilities?.sms ?? false,
      callUrl: each.voiceUrl ?? '',
      callFallbackUrl: each.voiceFallbackUrl ?? '',
      callStatusUrl: each.statusCallback ?? '',
      textUrl: each.smsUrl ?? '',
      textFallbackUrl: each.smsFallbackUrl ?? '',
    })),
  }
}

/** A stand-in carrier and some kinds of account have no such list; not knowing must not hide the rest. */
async function hasApprovedProfile(api: Twilio): Promise<boolean | undefined> {
  try {
    const approved = await api.trusthub.v1.customerProfiles.list({ status: 'twilio-approved', limit: 1, pageSize: 1 })
    return approved.length > 0
  } catch {
    return undefined
  }
}
