/** Reads a text message. Pure: the moment comes in with the context. */

import { tidyUp } from './weigh-facts.ts'
import { readAnswer } from './awaited.ts'
import { cryReading, findCry, findQuotedCry } from './find-cry.ts'
import type { CryFinding } from './find-cry.ts'
import { readHousehold, reportBesideCry, soundsLikeHousehold } from './household.ts'
import type { Context, Reading, ReadingKind } from './reading.ts'
import { staffFacts } from './read-staff.ts'
import { setScene } from './scene.ts'
import type { Scene } from './scene.ts'
import { singleWord } from './single-words.ts'
import { speller } from './lexicon.ts'
import { smallTalk } from './small-talk.ts'
import { tidy } from './tidy.ts'
import { statesOfServiceUser } from './unexplained.ts'

/**
 * What a text means, weightiest fact first. Never throws, whatever the text is. A cry for help is found before
 * anything else is read, and wherever it stands; what is not plain is asked about (`ask`) or left to a person
 * (`unknown`). Times are wall clock in the branch's zone (P-058, P-059, P-061; design decisions 1, 3, 8 and 9).
 */
export function understand(text: string, context: Context): Reading {
  if (text.length > LONGEST_READ) return readTooLong(text, context)
  const { own, quoted } = tidy(text)
  const alone = singleWord(own)
  if (alone && !(alone.kind === 'ask' && context.awaiting !== undefined)) return alone
  const scene = setScene(own, context)
  const cry = cryIn(scene) ?? findQuotedCry(quoted, context.from)
  if (context.from === 'service-user') return cry ? withCry(scene, cry, reportBesideCry(scene)) : readHousehold(scene)
  return readOthers(scene, cry)
}

/** A name can be a word (Mr Floor), and a signature can hold a cry: both layers are searched. */
function cryIn(scene: Scene): CryFinding | undefined {
  const { tokens, unnamed, context } = scene
  const found = findCry(tokens, context.from)
  return found ?? (hidesWords(scene) ? findCry(unnamed, context.from, namesIn(scene)) : undefined)
}

function namesIn({ tokens }: Scene): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ person }) => person?.words ?? []))
}

function hidesWords({ tokens, unnamed }: Scene): boolean {
  let words = 0
  for (const { person } of tokens) {
    if (person?.words.some((word) => speller.knows(word))) return true
    words += person ? person.words.length + (person.title ? 1 : 0) : 1
  }
  return words < unnamed.length
}

/** Ten times the longest text a phone sends in one piece. */
const LONGEST_READ = 1600

/** Nobody texts so much: only cries for help are looked for, the rest is for a person to read. */
function readTooLong(text: string, context: Context): Reading {
  const { own, quoted } = tidy(text)
  const cry = findQuotedCry(`${own}\n${quoted}`, context.from)
  return cry ? cryReading(cry) : { kind: 'unknown' }
}

function readOthers(scene: Scene, cry: CryFinding | undefined): Reading {
  const { facts, unclear } = staffFacts(scene)
  if (cry?.ofFamily && facts.some(({ kind }) => AWAY.has(kind))) return besideFamily(facts)
  if (cry) return withCry(scene, cry, facts)
  const fromHousehold =
    scene.context.from === 'unknown' &&
    (soundsLikeHousehold(scene) || facts.some(({ kind }) => kind === 'found-missed' || kind === 'no-reply'))
  if (fromHousehold) return { kind: 'no-show-report' }
  const answer = facts.every((fact) => GIVES_WAY.has(fact.kind)) ? readAnswer(scene) : undefined
  if (answer) return answer
  const [main, ...also] =
    scene.context.from === 'unknown' ? facts.filter(({ kind }) => !OF_KNOWN_PEOPLE.has(kind)) : facts
  if (main) return also.length > 0 ? { ...main, also } : main
  const talk: Reading = unclear && scene.context.from !== 'unknown' ? { kind: 'ask', about: 'what' } : smallTalk(scene)
  const unread = talk.kind === 'unknown' || talk.kind === 'ask'
  return unread && statesOfServiceUser(scene) ? withCry(scene, { level: 'person' }, []) : talk
}

/** What only somebody we know can mean; from a strange number it is a wrong number or an advertisement. */
const OF_KNOWN_PEOPLE: ReadonlySet<ReadingKind> = new Set(['undo', 'next', 'stop', 'left', 'ok'])

/** "My mum has collapsed, can't come in": somebody else is with her; their visits need somebody. */
function besideFamily(facts: readonly Reading[]): Reading {
  const [main = { kind: 'unknown' as const }, ...also] = facts.map((fact) =>
    AWAY.has(fact.kind) && fact.kind !== 'sick' ? { ...fact, reason: 'emergency' as const } : fact,
  )
  return also.length > 0 ? { ...main, also } : main
}

const AWAY: ReadonlySet<ReadingKind> = new Set(['cannot-attend', 'late', 'sick', 'missed'])

/** Readings that an answer to our own question comes before. */
const GIVES_WAY: ReadonlySet<ReadingKind> = new Set(['ask', 'ok', 'on-my-way'])

/** Facts that are worth keeping beside a cry. What sounds like all is well is not. */
function withCry(scene: Scene, cry: CryFinding, facts: readonly Reading[]): Reading {
  const code = facts.find((fact) => fact.kind === 'help' && fact.code !== undefined)?.code
  const visit = onlyVisitNamed(scene)
  const also = tidyUp(facts).filter((fact) => !NOT_BESIDE_CRY.has(fact.kind))
  return {
    ...cryReading(cry),
    ...(visit === undefined ? {} : { visit }),
    ...(code === undefined ? {} : { code }),
    ...(also.length > 0 ? { also } : {}),
  }
}

/** A cry beside one name is about that visit; beside two it may be about either. */
function onlyVisitNamed(scene: Scene): string | undefined {
  const named = scene.tokens.flatMap((token) => token.person ?? [])
  const [only] = named
  return only !== undefined && named.every((person) => person.refs.length === 1 && person.refs[0] === only.refs[0])
    ? only.refs[0]
    : undefined
}

const NOT_BESIDE_CRY: ReadonlySet<ReadingKind> = new Set([
  'help',
  'known-safe',
  'ok',
  'ask',
  'thanks',
  'chatter',
  'undo',
  'next',
  'who-is-on-call',
  'unknown',
])
