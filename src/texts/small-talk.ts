/** A text that states no fact: good news, thanks, talk among people, or something a person must look at. */

import { said } from './find-facts.ts'
import type { Fact } from './grammar.ts'
import type { Reading } from './reading.ts'
import { asksFromStart } from './how-meant.ts'
import type { Scene } from './scene.ts'

/** Only what is small talk from end to end is filed as such; any strange content makes it `unknown`. */
export function smallTalk(scene: Scene): Reading {
  const { tokens } = scene
  const left = unaccounted(scene)
  const asked = asksFromStart(scene) || tokens.some((token) => token.asked)
  if (tokens.length === 0) return { kind: 'unknown' }
  if (said(scene, 'ok') && left <= 1) return asked ? { kind: 'ask', about: 'what' } : { kind: 'ok' }
  if (said(scene, 'thanks') && left <= 2) return { kind: 'thanks' }
  if (said(scene, 'chatter') && !(asked && onlyGreets(scene)) && left <= (onlyGreets(scene) ? 0 : 3))
    return { kind: 'chatter' }
  if (tokens.length <= 2 && tokens.some((token) => CODE_WORDS.has(token.w))) return { kind: 'ask', about: 'what' }
  if (scene.context.from === 'unknown') return { kind: 'unknown' }
  return asked || tokens.some((token) => token.amount && token.amount.is !== 'other')
    ? { kind: 'ask', about: 'what' }
    : { kind: 'unknown' }
}

/** Answers that need a code, sent without one. */
const CODE_WORDS: ReadonlySet<string> = new Set([
  'safe',
  'take',
  'taking',
  'taken',
  'pass',
  'cover',
  'covering',
  'accept',
  'decline',
])

const TALK: ReadonlySet<Fact> = new Set(['ok', 'thanks', 'chatter', 'noise', 'on-time'])

/** Words that no phrase of small talk explains. */
function unaccounted(scene: Scene): number {
  const explained = scene.tokens.map((token, at) => FILLERS.has(token.w) || scene.isHarmless(at))
  for (const { tag, from, to } of scene.matches) if (TALK.has(tag)) explained.fill(true, from, to + 1)
  return explained.filter((yes) => !yes).length
}

const FILLERS: ReadonlySet<string> = new Set(
  'she he they has had was were a an the i am is are you your my me we it that this to for of and but so all just very much really too hun love babe xx x xxx xo mate dear please sorry now then be have do with on in at today tonight everyone girls guys team haha lol'.split(
    ' ',
  ),
)

const GREETINGS: ReadonlySet<string> = new Set(['hello', 'hi', 'hiya', 'hey', 'morning', 'good'])

function onlyGreets(scene: Scene): boolean {
  return scene.matches.every((match) => match.tag !== 'chatter' || GREETINGS.has(scene.tokens[match.from]?.w ?? ''))
}
