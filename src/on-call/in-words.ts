import type { Instant, Zone } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal } from '../cellar/local-time.ts'
import { fullName } from '../rota/names.ts'
import type { Flaw } from './gaps.ts'
import type { OnCall } from './ladder.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Fri 25 Dec 2026 02:10"; on a day on which the clock changes with its offset, so that the two 01:30s differ. */
export function dayAndTime(at: Instant, zone: Zone): string {
  const { date, time, weekday, offsetMinutes } = toLocal(at, zone)
  const [year = '', month = '', day = ''] = date.split('-')
  const changes = offsetAt(date, zone) !== offsetAt(addDays(date, 1), zone)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0')
  const offset = changes ? ` ${sign}${hours}:${minutes}` : ''
  return `${DAYS[weekday - 1]} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${time}${offset}`
}

/** One flaw in a sentence, and what to do about it. */
export function flawInWords(flaw: Flaw, { plan, people }: OnCall): string {
  const when = `from ${dayAndTime(flaw.from, plan.zone)} to ${dayAndTime(flaw.until, plan.zone)}`
  const name = (id: string) => {
    const person = people.get(id)
    return person === undefined ? 'a manager who is not stored' : fullName(person)
  }
  switch (flaw.kind) {
    case 'uncovered':
      return `Nobody is on call ${when}, and the office is closed then. Add a shift to the on-call file, or lateline on-call swap.`
    case 'empty-tier':
      return `Tier ${flaw.tier} has nobody ${when}. Add a shift of tier ${flaw.tier}, or lower on_call_tiers in the agency file.`
    case 'no-number':
      return `${name(flaw.person)} is on call in tier ${flaw.tier} ${when} and has no number. Give them one in the on-call file.`
    case 'unreachable':
      return `${name(flaw.person)} is on call in tier ${flaw.tier} ${when}, and the carrier knows none of their numbers. Correct them in the on-call file.`
    case 'not-verified':
      return `${name(flaw.person)} is on call in tier ${flaw.tier} ${when} and never pressed a key on a call of ours. Ring them before, and see that they answer.`
  }
}

function offsetAt(date: string, zone: Zone): number {
  return toLocal(toInstant({ date, time: '00:00' }, zone, 'start'), zone).offsetMinutes
}
