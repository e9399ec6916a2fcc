/** Holds source files to the table of rules in `rules.ts`. */
import { posix } from 'node:path'
import { readSource } from './read-source.ts'
import type { Import, SourceFacts, SourceFile } from './read-source.ts'
import {
  CLOCK_READERS,
  ENVIRONMENT_READERS,
  FEWEST_FILES,
  FORBIDDEN_WORDS,
  GENERATED,
  LISTS_PEOPLES_WORDS,
  MACHINERY,
  MAY_IMPORT,
  MOST_LINES,
  NOT_IN_PURE_FILES,
  PURE_PACKAGES,
  PURE_PLACES,
  READS_THE_CLOCK,
  READS_THE_ENVIRONMENT,
  ROOMS,
  SHOWN_TO_PEOPLE,
  TOP,
} from './rules.ts'
import type { Place } from './rules.ts'
import { wordsIn } from './words.ts'

export const RULES = [
  'known place',
  'who may import whom',
  'pure packages',
  'pure files',
  'one clock',
  'one reader of settings',
  'no cycle',
  'design words',
  'file length',
  'enough files',
] as const
export type Rule = (typeof RULES)[number]
export type Violation = { rule: Rule; path: string; line: number; what: string }

/**
 * Every breach in these files; an empty list means that all rules hold.
 *
 * @param files paths relative to `src`
 */
export function check(files: readonly SourceFile[], fewestFiles = FEWEST_FILES): Violation[] {
  const facts = files.filter((file) => !GENERATED.test(file.path)).map(readSource)
  const tooFew: Violation = {
    rule: 'enough files',
    path: '',
    line: 0,
    what: `only ${facts.length} files were seen, at least ${fewestFiles} must be: is the check looking in the right place?`,
  }
  return [
    ...(facts.length < fewestFiles ? [tooFew] : []),
    ...facts.flatMap((file) => checkFile(file)),
    ...cycles(facts),
  ]
}

/** One line a breach, for the message of a failing test. */
export function inWords(violations: readonly Violation[]): string {
  return violations.map(({ rule, path, line, what }) => `src/${path}:${line} [${rule}] ${what}`).join('\n')
}

function checkFile(file: SourceFacts): Violation[] {
  const place = placeOf(file.path)
  const breach = (rule: Rule, line: number, what: string): Violation => ({ rule, path: file.path, line, what })
  if (place === undefined) {
    return [breach('known place', 1, 'this folder has no place in the house: add it to test/house/rules.ts or move it')]
  }
  const pure = PURE_PLACES.includes(place)
  return [
    ...file.imports.flatMap((one) => {
      const what = isOurs(one.from)
        ? wrongNeighbour(file.path, place, one)
        : pure
          ? wrongPackage(file.path, one)
          : undefined
      return what === undefined
        ? []
        : [breach(isOurs(one.from) ? 'who may import whom' : 'pure packages', one.line, what)]
    }),
    ...file.uses.flatMap(({ name, line }) => [
      ...(pure && NOT_IN_PURE_FILES.includes(name)
        ? [breach('pure files', line, `${name} may not be used here: take what you need as an argument or a port`)]
        : []),
      ...(!pure && place !== 'browser' && CLOCK_READERS.includes(name) && !isAmong(file.path, READS_THE_CLOCK)
        ? [breach('one clock', line, `${name} reads the clock: take the time as an argument, or a Clock`)]
        : []),
      ...(ENVIRONMENT_READERS.includes(name) && !isAmong(file.path, READS_THE_ENVIRONMENT)
        ? [breach('one reader of settings', line, `${name} is read in src/settings.ts: take Settings`)]
        : []),
    ]),
    ...wrongWords(file, place).map(({ line, what }) => breach('design words', line, what)),
    ...(file.lines > MOST_LINES
      ? [breach('file length', file.lines, `${file.lines} lines, at most ${MOST_LINES}: which two things is it?`)]
      : []),
  ]
}

/** Where a file lives, by its path below `src`; undefined when the house has no such place. */
function placeOf(path: string): Place | undefined {
  const [first = '', ...rest] = path.split('/')
  if (TOP.includes(first)) return 'top'
  if (rest.length === 0) return undefined
  if (first === 'cellar' || first === 'simulator') return first
  if (isAmong(first, MACHINERY)) return first === 'pages' && path.endsWith('.js') ? 'browser' : 'machinery'
  if (first !== 'voice-flow' && !isAmong(first, ROOMS)) return undefined
  if (rest[0] === 'act') return 'act'
  return first === 'voice-flow' ? 'voice-flow' : 'room'
}

function wrongNeighbour(path: string, place: Place, one: Import): string | undefined {
  const target = resolve(path, one.from)
  const targetPlace = placeOf(target)
  const howMuch = targetPlace === undefined ? undefined : MAY_IMPORT[place][targetPlace]
  const [own = '', other = ''] = [path.split('/')[0], target.split('/')[0]]
  if (target.startsWith('..')) return `${one.from} lies outside src`
  if (howMuch === undefined) return `${place} may not import ${targetPlace ?? 'an unknown place'} (${target})`
  if (howMuch === 'types' && !one.typesOnly) return `only types of ${target} may be imported here`
  if (howMuch === 'own folder' && own !== other) return `${own} may not import ${other} (${target})`
  if (howMuch === 'own and lower rooms' && orderOf(other) > orderOf(own))
    return `${own} lies below ${other} (${target})`
  return undefined
}

function wrongPackage(path: string, one: Import): string | undefined {
  const found = PURE_PACKAGES.find(({ name }) => one.from === name)
  if (found === undefined) return `${one.from} is not among the packages that only compute`
  if (found.onlyIn !== undefined && !found.onlyIn.includes(path))
    return `${one.from} lives behind ${found.onlyIn.join()}`
  const strangers = one.names.filter((name) => found.onlyThese !== undefined && !found.onlyThese.includes(name))
  if (strangers.length > 0) return `of ${one.from}, ${strangers.join(', ')} does more than compute`
  return undefined
}

function wrongWords(file: SourceFacts, place: Place): { line: number; what: string }[] {
  const texts = SHOWN_TO_PEOPLE.test(file.path) ? file.strings : []
  const keys = LISTS_PEOPLES_WORDS.test(file.path) ? [] : file.keys
  const ownName = { name: file.path, line: 1 }
  return FORBIDDEN_WORDS.flatMap(({ word, say, places }) =>
    places !== undefined && !places.includes(place)
      ? []
      : [...file.names, ...keys, ...texts, ownName]
          .filter(({ name }) => wordsIn(name).includes(word))
          .map(({ name, line }) => ({ line, what: `"${name}": say ${say}, not ${word}` })),
  )
}

/**
 * Each ring of files that import one another is told once. Within one folder two files may know each other's types,
 * since nothing runs in a ring then.
 */
function cycles(facts: readonly SourceFacts[]): Violation[] {
  const graph = new Map(facts.map(({ path, imports }) => [path, targetsOf(path, imports)]))
  const done = new Set<string>()
  const found: Violation[] = []
  const follow = (path: string, way: readonly string[]): void => {
    const seenAt = way.indexOf(path)
    if (seenAt >= 0) {
      found.push({ rule: 'no cycle', path, line: 1, what: [...way.slice(seenAt), path].join(' → ') })
      return
    }
    if (done.has(path)) return
    for (const target of graph.get(path) ?? []) follow(target, [...way, path])
    done.add(path)
  }
  for (const path of graph.keys()) follow(path, [])
  return found
}

function targetsOf(path: string, imports: readonly Import[]): string[] {
  const folder = posix.dirname(path)
  return imports
    .filter(({ from }) => isOurs(from))
    .map(({ from, typesOnly }) => ({ target: resolve(path, from), typesOnly }))
    .filter(({ target, typesOnly }) => !typesOnly || posix.dirname(target) !== folder)
    .map(({ target }) => target)
}

function isOurs(from: string): boolean {
  return from.startsWith('.') || from.startsWith('/') || from.startsWith('#')
}

function resolve(path: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(path), from))
}

function orderOf(room: string): number {
  return ROOMS.findIndex((one) => one === room)
}

function isAmong(path: string, list: readonly string[]): boolean {
  return list.some((one) => (one.endsWith('/') ? path.startsWith(one) : path === one))
}
