import { readText } from './cells.ts'

/** Somebody the agency knows already. Nobody is ever created by a visit file. */
export interface KnownPerson {
  ref: string
  firstName: string
  lastName: string
  /** the name they go by */
  preferredName: string
  postcode: string
}

export type Match =
  | { kind: 'found'; ref: string }
  /** no name and no reference */
  | { kind: 'missing' }
  | { kind: 'unknown' }
  /** the name fits several people and nothing tells them apart */
  | { kind: 'ambiguous' }
  /** the reference is one person, the name another */
  | { kind: 'conflict' }

export type Matcher = (cells: { ref: string; name: string; postcode?: string }) => Match

/**
 * Finds people by the agency's reference where a cell has one, else by name: without regard to case, titles, accents,
 * punctuation, spaces or the order of first and last name. A postcode only separates people of the same name. A name
 * cell may hold the reference as well: `Mrs Brenda Trundle (SU0001)`.
 */
export function matcherOf(people: readonly KnownPerson[]): Matcher {
  const byRef = new Map(people.map((person) => [person.ref.toLowerCase(), person]))
  const byName = new Map<string, KnownPerson[]>()
  for (const person of people) {
    for (const key of nameKeys(person)) byName.set(key, [...(byName.get(key) ?? []), person])
  }

  return (cells) => {
    const { name, ref } = apart(cells, byRef)
    const named = byName.get(plainName(name)) ?? []
    if (ref !== '') {
      const person = byRef.get(ref.toLowerCase())
      if (person === undefined) return { kind: 'unknown' }
      return name === '' || named.includes(person) ? { kind: 'found', ref: person.ref } : { kind: 'conflict' }
    }
    if (name === '') return { kind: 'missing' }
    return oneOf(named, plainPostcode(cells.postcode ?? ''))
  }
}

const TITLES = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'prof',
  'professor',
  'rev',
  'revd',
  'sir',
  'dame',
  'lady',
  'lord',
])

function oneOf(named: readonly KnownPerson[], postcode: string): Match {
  const [first, second] = named
  if (first === undefined) return { kind: 'unknown' }
  if (second === undefined) return { kind: 'found', ref: first.ref }
  const there = postcode === '' ? [] : named.filter((person) => plainPostcode(person.postcode) === postcode)
  const [only, another] = there
  return only !== undefined && another === undefined ? { kind: 'found', ref: only.ref } : { kind: 'ambiguous' }
}

/** Reference and name, wherever they stand. */
function apart(
  cells: { ref: string; name: string },
  byRef: ReadonlyMap<string, KnownPerson>,
): { ref: string; name: string } {
  const ref = readText(cells.ref)
  const name = readText(cells.name)
  if (ref !== '') return { ref, name }
  if (byRef.has(name.toLowerCase())) return { ref: name, name: '' }
  const bracketed = /^(.*?)\s*[([]\s*([A-Za-z-]*\d[\w-]*)\s*[)\]]$/.exec(name)
  if (bracketed !== null) return { ref: bracketed[2] ?? '', name: bracketed[1] ?? '' }
  const word = name.split(/\s+/).find((one) => byRef.has(one.toLowerCase()))
  return word === undefined
    ? { ref, name }
    : { ref: word, name: name.replace(word, '').replace(/^[\s:–-]+|[\s:–-]+$/g, '') }
}

function nameKeys(person: KnownPerson): Set<string> {
  const calledBy = [person.firstName, person.preferredName].filter((one) => one !== '')
  return new Set(
    calledBy.flatMap((first) => [plainName(`${first} ${person.lastName}`), plainName(`${person.lastName} ${first}`)]),
  )
}

/** A name as letters only. A formula is no name, so it matches nobody. */
function plainName(name: string): string {
  if (/^[=@]/.test(name)) return ''
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const withoutTitles = words.filter((word) => !TITLES.has(word))
  return (withoutTitles.length > 0 ? withoutTitles : words).join('').replace(/[^\p{L}\p{N}]/gu, '')
}

function plainPostcode(postcode: string): string {
  return postcode.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
