/** What a service user or a family means. When in doubt: nobody has come. */

import { householdBook } from './lexicon.ts'
import type { HouseholdFact } from './household-words.ts'
import { outermost } from './phrase-book.ts'
import type { Reading } from './reading.ts'
import { denied, onlySupposed } from './how-meant.ts'
import type { Scene } from './scene.ts'

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
  if (tags.has('cancel')) return { kind: 'help', level: 'person', about: 'cancel' }
  if (tags.has('nobody')) return REPORT
  if (tags.has('arrived')) return { kind: 'arrived' }
  if (tags.has('thanks')) return { kind: 'thanks' }
  if (tags.has('greeting')) return { kind: 'chatter' }
  return tags.has('ok') && scene.tokens.length <= LONGEST_OK ? { kind: 'ok' } : REPORT
}

/** "OK that's fine I'll wait in" is an answer; a longer text is about something. */
const LONGEST_OK = 8

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
