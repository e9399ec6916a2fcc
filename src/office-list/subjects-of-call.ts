import type { ContactDetails } from '../cellar/change.ts'

interface Call {
  id: string
}

/** What stands on the office list because of a call, so that whoever is to be rung back stands there once. */
export function subjectOfCall({ id }: Call): string {
  return `call ${id}`
}

/** Minutes that were given in a call and not confirmed. */
export function minutesOfCall(call: Call): string {
  return `${subjectOfCall(call)} minutes`
}

/** Word that somebody waits for since a call of ours. */
export function wordOfCall(call: Call): string {
  return `${subjectOfCall(call)} word`
}

/**
 * Every subject that is settled once a person speaks with whoever is on a call: its own, the text it was made about, and
 * the call in which it was promised.
 *
 * @param contact what the call was made for; undefined for one that came in
 */
export function settledBy(call: Call, contact: { subject: string; details: ContactDetails } | undefined): string[] {
  const promisedIn = /^call (\S+)$/.exec(String(contact?.details['about'] ?? ''))?.[1]
  const calls = [call, ...(promisedIn === undefined ? [] : [{ id: promisedIn }])]
  return [
    ...calls.flatMap((one) => [subjectOfCall(one), minutesOfCall(one), wordOfCall(one)]),
    ...(contact?.subject.startsWith('text ') === true ? [contact.subject] : []),
  ]
}
