/** What a service user or a family means. When in doubt: nobody has come. */

import { householdBook } from './lexicon.ts'
import type { HouseholdFact } from './household-words.ts'
import { outermost } from './phrase-book.ts'
import type { Reading } from './reading.ts'
import { denied, onlySupposed } from './how-meant.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'

const REPORT: Reading = { kind: 'no-show-report' }

/** Reads a household's text in which there is no cry for help. Without any words it is unknown. */
export function readHousehold(scene: Scene): Reading {
  if (scene.tokens.length === 0) return { kind: 'unknown' }
  if (scene.context.awaiting === 'arrived') return yesOrNo(scene) ?? readPlain(scene)
  return readPlain(scene)
}

/** What a household says about the visit beside a cry for help. */
export function reportBesideCry(scene: Scene): Reading[] {
  const tags = tagsOf(scene)
  return tags.has('nobody') ? [REPORT] : []
}

function readPlain(scene: Scene): Reading {
  const tags = tagsOf(scene)
  if (tags.has('cancel') || asksForChange(scene)) return { kind: 'help', level: 'person', about: 'cancel' }
  if (cameButLeftUndone(scene)) return { kind: 'help', level: 'person' }
  if (asksWho(scene)) return { kind: 'next' }
  if (isAboutLater(scene)) return { kind: 'unknown' }
  if (tags.has('arrived') && tags.has('thanks') && !scene.tokens.some(({ w }) => IMPATIENT.has(w) && w !== 'late'))
    return { kind: 'arrived' }
  if (tags.has('nobody')) return REPORT
  if (tags.has('arrived')) return { kind: 'arrived' }
  if (tags.has('thanks')) return { kind: 'thanks' }
  if (tags.has('greeting')) return { kind: 'chatter' }
  return tags.has('ok') && scene.tokens.length <= LONGEST_OK
    ? { kind: 'ok' }
    : waits(scene)
      ? REPORT
      : { kind: 'unknown' }
}

/** "Can the girl come at half past 8 tomorrow instead of 9" */
function asksForChange({ tokens }: Scene): boolean {
  const asks = tokens.slice(0, 4).some(({ w }) => w === 'can' || w === 'could' || w === 'would' || w === 'please')
  const comes = tokens.some(({ w }) => w === 'come' || w === 'call' || w === 'visit' || w === 'make' || w === 'change')
  return (
    asks && comes && tokens.some(({ w }, at) => w === 'instead' || (w === 'than' && tokens[at - 1]?.w === 'rather'))
  )
}

/** "the lady came but only stopped 10 mins": somebody was there, and something is wrong. */
function cameButLeftUndone({ tokens }: Scene): boolean {
  const but = tokens.findIndex(({ w }) => w === 'but')
  const came = tokens.slice(0, Math.max(0, but)).findIndex(({ w }) => CAME.has(w))
  if (came < 0 || tokens.slice(0, but).some(({ w }) => w === 'not' || w === 'no' || w === 'nobody' || w === 'never'))
    return false
  const behind = tokens.slice(but)
  return behind.some(({ w }) => LEFT_UNDONE.has(w)) && !behind.some((_token, at) => saysNobodyCame(behind, at))
}

/** "but nobody at lunch", "but has not come today": that is a report. */
function saysNobodyCame(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.w
  if (word === 'nobody') return true
  return word === 'not' && tokens.slice(at + 1, at + 3).some(({ w }) => HAS_COME.has(w))
}

const CAME: ReadonlySet<string> = new Set(['came', 'been', 'arrived', 'visited'])
const HAS_COME: ReadonlySet<string> = new Set(['come', 'came', 'turned', 'arrived', 'visited'])
const LEFT_UNDONE: ReadonlySet<string> = new Set(
  'washed fed dressed changed only stopped stayed left rushed rude without tablets meds breakfast dinner lunch tea wash'.split(
    ' ',
  ),
)

/** "Who is coming tonight please": a plain question, while nobody is waited for. */
function asksWho({ tokens }: Scene): boolean {
  const at = tokens.findIndex(({ w }) => w === 'who')
  if (at < 0 || at > 3 || tokens[at + 1]?.w !== 'is') return false
  return tokens.slice(at).some(({ w }) => LATER_TODAY.has(w)) && !tokens.some(({ w }) => IMPATIENT.has(w))
}

const LATER_TODAY: ReadonlySet<string> = new Set(
  'tonight later evening teatime tea bedtime lunch lunchtime afternoon'.split(' '),
)
const IMPATIENT: ReadonlySet<string> = new Set(
  'not no nobody never still late yet wait waiting supposed missed forgotten alone should meant any anyone anybody'.split(
    ' ',
  ),
)

/** "OK that's fine I'll wait in" is an answer; a longer text is about something. */
const LONGEST_OK = 8

/** "Who is coming tomorrow?" waits for nobody now. */
function isAboutLater({ tokens }: Scene): boolean {
  return (
    tokens.some(({ w }) => w === 'tomorrow') &&
    !tokens.some(({ w, amount }) => amount !== undefined || NOBODY_CAME.has(w))
  )
}

const NOBODY_CAME: ReadonlySet<string> = new Set(['nobody', 'not', 'still', 'late', 'no', 'never', 'today', 'waiting'])

/** A short text, or one with a word of waiting in it, is taken for a report; a story told in passing is not. */
function waits({ tokens }: Scene): boolean {
  return tokens.length < STORY || tokens.some(({ w, amount, asked }) => asked || amount !== undefined || WAITING.has(w))
}

const STORY = 7
const WAITING: ReadonlySet<string> = new Set(
  'i we me us still not no never when what where why who how nobody late wait waiting come comes coming came here yet time gone alone please can could need needs someone anyone stop normally usually'.split(
    ' ',
  ),
)

function tagsOf(scene: Scene): Set<HouseholdFact> {
  const tags = new Set<HouseholdFact>()
  for (const match of outermost(householdBook.find(scene.tokens))) {
    if (match.tag === 'arrived' && (denied(scene, match.from) || onlySupposed(scene, match.from) || askedFirst(scene)))
      tags.add('nobody')
    else if (
      match.tag === 'cancel' &&
      scene.tokens[match.from]?.w === 'not' &&
      HAS_NOT.has(scene.tokens[match.from - 1]?.w ?? '')
    )
      tags.add('nobody')
    else if (match.tag === 'ok' && denied(scene, match.from)) tags.add('nobody')
    else tags.add(match.tag)
  }
  return tags
}

/** "She is not come today" */
const HAS_NOT: ReadonlySet<string> = new Set(['is', 'has', 'have', 'did', 'was', 'are'])

function askedFirst(scene: Scene): boolean {
  return /^(has|is|have|did|are|when|where|what|why|who) /.test(scene.tokens.map((token) => token.w).join(' '))
}

function yesOrNo(scene: Scene): Reading | undefined {
  const word = scene.tokens.map((token) => token.w).join(' ')
  if (/^yes( thanks)?$/.test(word)) return { kind: 'arrived' }
  return /^no\b/.test(word) ? REPORT : undefined
}

/** Phrases by which even an unknown number is understood as a household. */
export function soundsLikeHousehold(scene: Scene): boolean {
  const text = scene.tokens.map((token) => token.w).join(' ')
  return /\b(nobody|no one|(staff|worker|girl|lady|nurse|carer|people) (has |have |is |did |was )?(not|never|no) (come|came|turned|been|here|arrived)|not (come|came|been|arrived|visited) (to|for) (my|our|mum|dad)|no carer|carer (has|is|did)? ?not|carer (never|late)|where is (the|my|her|his|mum|dad|our) ?\w* ?carer|where is anyone|not turned up|still waiting)\b/.test(
    text,
  )
}
