import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { isFirstName } from '../first-names.ts'

/**
 * A text that says it is not the number's owner's, or not about their own visits: written on a borrowed phone (`from`),
 * or for a run that is somebody else's (`for`). Nobody of that name working here: `people` is empty.
 */
export interface Claim {
  as: 'from' | 'for'
  people: CareWorkerFacts[]
}

/** Which claim a text makes, if it makes one. The number's owner naming themselves is none. */
export function claimIn(
  body: string,
  staff: readonly CareWorkerFacts[],
  owners: readonly CareWorkerFacts[],
  visits: readonly VisitFacts[],
): Claim | undefined {
  const text = plainWords(body)
  const known: Known = { staff, owners, served: namesServed(visits) }
  return claimFor(text, known) ?? claimFrom(text, known)
}

/** Whether a text could make a claim at all: only then is anybody looked up. */
export function mayClaim(body: string): boolean {
  const text = plainWords(body)
  return [...FROM, ...FOR, ON_A_PHONE].some((cue) => text.match(cue) !== null)
}

/** The one of several people whom a short answer names; by first name, and where two share it by first name and initial. */
export function namedIn(body: string, people: readonly CareWorkerFacts[]): CareWorkerFacts | undefined {
  const words = plainWords(body).split(' ')
  const named = people.filter((person) => goesBy(person).some((name) => words.includes(name)))
  if (named.length < 2) return named[0]
  const exactly = named.filter(({ lastName }) => {
    const last = plainWords(lastName)
    return words.some((word) => word === last || (word.length === 1 && last.startsWith(word)))
  })
  return exactly.length === 1 ? exactly[0] : undefined
}

/** Which of several people a text names at all. */
export function mentionedIn(body: string, people: readonly CareWorkerFacts[]): CareWorkerFacts[] {
  const words = plainWords(body).split(' ')
  return people.filter((person) => goesBy(person).some((name) => words.includes(name) || words.includes(`${name}s`)))
}

/** The one of several people whom a text names and says nothing else: "Anna", "its Anna K", "for Sams visit please". */
export function bareNameIn(body: string, people: readonly CareWorkerFacts[]): CareWorkerFacts | undefined {
  const words = plainWords(body)
    .split(' ')
    .filter((word) => !FILLERS.has(word))
  const names = new Set(people.flatMap(goesBy))
  const said = words.map((word) => (!names.has(word) && names.has(word.slice(0, -1)) ? word.replace(/s$/, '') : word))
  const person = namedIn(said.join(' '), people)
  if (person === undefined) return undefined
  const last = plainWords(person.lastName)
  const own = new Set([...goesBy(person), ...last.split(' '), last.charAt(0)])
  return said.every((word) => own.has(word)) ? person : undefined
}

const FILLERS: ReadonlySet<string> = new Set(
  'its it is this for from visit visits me i am im the yes please thanks'.split(' '),
)

interface Known {
  staff: readonly CareWorkerFacts[]
  owners: readonly CareWorkerFacts[]
  /** names of those who are visited: "covering Mrs Shah" is about her */
  served: ReadonlySet<string>
}

const WHO = '(\\p{L}+)(?: (\\p{L}+))?'
const FROM: readonly RegExp[] = [
  new RegExp(`(?:^| )(?:this is|its|it is|text from|message from|msg from) ${WHO}(?= |$)`, 'gu'),
  new RegExp(`(?:^| )(?:i am|im) ${WHO}(?= |$)`, 'gu'),
  new RegExp(`^(?:hi |hello |hey )?${WHO} here(?= |$)`, 'gu'),
  new RegExp(
    `(?:^| )${WHO} (?:here )?(?:on|using|from|borrowing) \\p{L}+ (?:phone|mobile|fone|mob|number)(?= |$)`,
    'gu',
  ),
]
const FOR: readonly RegExp[] = [
  new RegExp(
    `(?:^| )(?:standing in|stood in|stand in|filling in|covering|cover|texting|working) for ${WHO}(?= |$)`,
    'gu',
  ),
  new RegExp(
    `(?:^| )(?:covering|cover|instead of|in place of|on behalf of|swapped with|swap with) ${WHO}(?= |$)`,
    'gu',
  ),
  new RegExp(
    `(?:^| )(?:doing|on|got|have|taking|running) ${WHO} (?:run|round|visits|calls|shift|rota|list|ones)(?= |$)`,
    'gu',
  ),
]
/** "on Joes phone", "on someone elses phone": whoever's it is, it is not the writer's. */
const ON_A_PHONE =
  /(?:^| )(?:on|using|from|off|borrowed|borrowing) (?:a |the |my )?(\p{L}+(?: elses?)?) (?:phone|mobile|fone|mob)(?= |$)/u
const OWN_PHONE: ReadonlySet<string> = new Set(['works', 'this', 'his', 'companys', 'business', 'yes'])

function claimFor(text: string, known: Known): Claim | undefined {
  for (const cue of FOR)
    for (const [, first = '', second = ''] of text.matchAll(cue)) {
      const people = whoIs(first, second, known, true)
      if (people.length > 0) return { as: 'for', people }
    }
  return undefined
}

function claimFrom(text: string, known: Known): Claim | undefined {
  for (const cue of FROM)
    for (const [, first = '', second = ''] of text.matchAll(cue)) {
      const people = whoIs(first, second, known, false)
      if (people.length > 0) return { as: 'from', people }
      if (isStranger(first, known)) return { as: 'from', people: [] }
    }
  const phone = ON_A_PHONE.exec(text)?.[1]?.trim()
  if (phone === undefined || OWN_PHONE.has(phone) || !(phone.endsWith('s') || phone.endsWith('else'))) return undefined
  const people = whoIs(phone, '', known, true)
  // "on Joes phone" from Joe's number, by somebody who gives no name
  return { as: 'from', people }
}

/** Those who work here and go by that name; nobody when it is the owner's own name, or that of somebody visited. */
function whoIs(first: string, second: string, known: Known, possessive: boolean): CareWorkerFacts[] {
  const forms = possessive && first.endsWith('s') ? [first, first.slice(0, -1)] : [first]
  if (forms.some((form) => isOwn(form, known) || known.served.has(form))) return []
  const named = known.staff.filter((person) => goesBy(person).some((name) => forms.includes(name)))
  const exactly = named.filter(({ lastName }) => {
    const last = plainWords(lastName)
    return second === last || second === `${last}s` || (second.length === 1 && last.startsWith(second))
  })
  return exactly.length > 0 ? exactly : named
}

/** A first name that is nobody's here. */
function isStranger(first: string, known: Known): boolean {
  return isFirstName(first) && !isOwn(first, known) && !known.served.has(first)
}

function isOwn(name: string, { owners }: Known): boolean {
  return owners.some((owner) => goesBy(owner).includes(name))
}

/** The names that somebody goes by, as plain words. */
export function goesBy({ firstName, knownAs }: CareWorkerFacts): string[] {
  return [...new Set([plainWords(firstName), plainWords(knownAs)])]
}

/** Names of those who are visited. */
export function namesServed(visits: readonly VisitFacts[]): ReadonlySet<string> {
  return new Set(
    visits.flatMap(({ serviceUser: { firstName, preferredName, lastName } }) =>
      [firstName, preferredName, lastName].map(plainWords),
    ),
  )
}

/** Lower case, no accents, no punctuation; "Joe's" is "joes". */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|['’‘]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
