import type { DemoServiceUser } from './service-users.ts'

/** Who pays. Essex is a real council, named for its published rule; the others are invented. */
export const FUNDERS = [
  funder('FCC', 'Fenshire County Council', 'council', 'generic-15', 'weekly_digest', '24', '01632 960990', 'FCC'),
  funder('ESX', 'Essex County Council', 'council', 'Essex-LAH-2025', 'on_request', '24', '01632 960991', 'ESX'),
  funder('MBC', 'Marlpit Borough Council', 'council', 'generic-30', 'none', '4', '01632 960992', 'MBC'),
  funder('ICB', 'Fenshire Continuing Healthcare', 'nhs_chc', 'generic-15', 'each_event', '4', '01632 960993', ''),
  funder(
    'DIRECT',
    'Direct payment holder (the person pays)',
    'direct_payment',
    'QCS-policy',
    'person_only',
    '',
    '',
    '',
  ),
  funder('SELF', 'Self-funder (the person pays)', 'self_funder', 'QCS-policy', 'person_only', '', '', ''),
]

/** Out of every 25: fifteen by a council, two by the health service, three by direct payment, five by themselves. */
export function funderOf(person: DemoServiceUser): string {
  const place = Number(person.ref.slice(2)) % 25
  if (place < 9) return 'FCC'
  if (place < 13) return 'ESX'
  if (place < 15) return 'MBC'
  if (place < 17) return 'ICB'
  return place < 20 ? 'DIRECT' : 'SELF'
}

export function fundingOf(person: DemoServiceUser): string {
  return FUNDERS.find((one) => one.funder_ref === funderOf(person))?.funding_type ?? ''
}

function funder(
  ref: string,
  name: string,
  fundingType: string,
  profile: string,
  lateNotice: string,
  missedHours: string,
  phone: string,
  safeguarding: string,
) {
  return {
    funder_ref: ref,
    name,
    funding_type: fundingType,
    kpi_profile: profile,
    late_notice: lateNotice,
    missed_notice_hours: missedHours,
    duty_phone: phone,
    out_of_hours_phone: phone,
    email: phone === '' ? '' : `duty@${ref.toLowerCase()}.example`,
    safeguarding_body: safeguarding,
  }
}
