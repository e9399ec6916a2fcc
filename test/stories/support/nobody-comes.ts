import { ANNA, BRENDA, BRENDA_TRUNDLE, ROSA, type VisitSeed } from '../../support/agency.ts'
import { beginStory, type Story } from './story.ts'
import type { Phone } from './phone.ts'

/**
 * Anna texts LATE 20 for nine o'clock and is never heard of again: Brenda is told, and from 09:35 on somebody must find
 * out. The story stands at the moment after Brenda's call.
 */
export async function nobodyComes(date = '2026-11-24', start = '09:00', texted = '08:40'): Promise<Story> {
  const end = start.replace(/:00$/, ':30').replace(/:10$/, ':40')
  const visit: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date, start, end }
  const serviceUsers = [{ ...BRENDA_TRUNDLE, contacts: [] }]
  const story = await beginStory({ date, time: texted, serviceUsers, visits: [visit] })
  const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
  await anna.texts('LATE 20 traffic')
  await anna.gets(/We are telling them now/)
  await rosa.gets(/^Late visit no 1/)
  await brenda.answers()
  await brenda.hears(/Do you need help/)
  await brenda.says('no thank you')
  await brenda.callEnds()
  return story
}

/** The text that a manager gets when their phone first rings for a matter; with its code. */
export async function getsCode(phone: Phone): Promise<string> {
  const text = await phone.gets(
    /^Brenda T .*: nobody has logged in\. Text TAKE \d{4} to take it or PASS \d{4} to pass it on/,
  )
  return /TAKE (\d{4})/.exec(text)?.[1] ?? 'no code'
}
