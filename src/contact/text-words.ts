import { smsSegments } from '../cellar/sms-segments.ts'

/** The texts by name. The words stand in `voice-flows/words`; a name that is missing there stops the start. */
export const TEXT_NAMES = [
  'eta',
  'eta-changed',
  'eta-planned-again',
  'late-telling',
  'late-telling-why',
  'late-noted',
  'late-paused',
  'late-contact-paused',
  'late-telling-cover',
  'cover-noted',
  'coming-noted',
  'ask-minutes',
  'ask-minutes-only',
  'ask-which',
  'ask-whether',
  'ask-passed',
  'ask-not-later',
  'ask-whose',
  'told-in-your-name',
  'in-your-name',
  'no-visit',
  'arrived',
  'left',
  'reason-noted',
  'undone',
  'undone-log-in',
  'undone-too-late',
  'undone-every-visit',
  'nothing-to-undo',
  'question-dropped',
  'on-my-way',
  'sick',
  'found-missed',
  'no-reply',
  'on-call',
  'on-call-office',
  'on-call-office-open',
  'on-call-nobody',
  'next',
  'next-none',
  'code-over',
  'code-unknown',
  'bereavement',
  'office-has-it',
  'emergency',
  'not-understood',
  'unknown-number',
  'household-has-it',
  'where-are-you',
  'status-late',
  'status-nobody-yet',
  'household-noted',
  'household-bereaved',
  'log-in-reminder',
  'not-logged-in',
  'late-notice',
  'late-notice-undone',
  'escalation-code',
  'escalation-code-doubted',
  'matter-taken',
  'matter-taken-no-number',
  'matter-yours',
  'matter-held',
  'matter-passed',
  'matter-settled',
  'matter-over',
  'matter-covered',
  'matter-told',
  'matter-safe',
  'covering-who',
  'safe-how',
  'code-wrong',
  'code-not-yours',
  'code-tried',
  'office-item-details',
  'office-item-no-number',
  'phone-kept',
  'phone-kept-no-number',
] as const

export type TextName = (typeof TEXT_NAMES)[number]

/** What may be filled in, with the longest value each can reasonably have: lengths are proved with these. */
export const TEXT_VALUES = {
  agency: 'Upper Quillbrook Home Care',
  line: '01632 960999',
  me: 'Maximiliana',
  careWorker: 'Maximiliana',
  person: 'Bartholomew W',
  planned: 'tomorrow 12.55pm',
  time: 'tomorrow 12.55pm',
  by: 'tomorrow 12.55pm',
  first: 'Bartholomew W',
  firstTime: 'tomorrow 12.55pm',
  second: 'Bartholomew W',
  secondTime: 'tomorrow 12.55pm',
  record: '12345',
  reason: 'Reason: public transport.',
  what: 'The responsible person could not be told that the visit to Bartholomew W is late',
  number: '07700 900123',
  other: 'Maximiliana B',
  names: 'Maximiliana B, Bernadette-Rose W or Bartholomew C',
  visits: 'Bartholomew W tomorrow 12.55pm, Bartholomew W tomorrow 12.55pm, Bartholomew W tomorrow 12.55pm',
  code: '4821',
  said: "CAN'T COME",
} as const

export type TextValue = keyof typeof TEXT_VALUES
export type TextValues = Partial<Record<TextValue, string>>
export type TextWords = Readonly<Record<TextName, string>>

/** A text's name, if it is one. */
export function isTextName(name: string): name is TextName {
  return (TEXT_NAMES as readonly string[]).includes(name)
}

/**
 * The words of one text with its values filled in.
 *
 * @throws Error when a value is missing: a text with a hole must never be sent
 */
export function fillText(words: TextWords, name: TextName, values: TextValues): string {
  return words[name]
    .replace(/\{(\w+)\}/g, (_whole, key: string) => {
      const value = isTextValue(key) ? values[key] : undefined
      if (value === undefined)
        throw new Error(`text ${name}: nothing to fill {${key}} with; give it a value where the text is asked for`)
      return inOrdinaryLetters(value)
    })
    .replace(/\s+$/, '')
}

/**
 * A name as an ordinary text can carry it: one letter that GSM-7 lacks would more than halve what a text holds, so
 * "Małgorzata" is written "Malgorzata". Letters that have no plain form (another script) stay as they are.
 */
function inOrdinaryLetters(value: string): string {
  return value.replace(/[^ -~]/gu, (letter) => {
    if (OF_GSM_7.has(letter)) return letter
    const plain = PLAIN_FORMS.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}+/gu, '')
    return /^[\x20-\x7E]+$/.test(plain) ? plain : letter
  })
}

const OF_GSM_7: ReadonlySet<string> = new Set('£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡€')
const PLAIN_FORMS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['’', "'"],
  ['‘', "'"],
])

/** What is wrong with a text's length when its values are filled in; undefined when it is one ordinary text. */
export function tooLong(words: TextWords, name: TextName, values: TextValues = {}): string | undefined {
  const { segments, encoding, units } = smsSegments(fillText(words, name, { ...TEXT_VALUES, ...values }))
  if (segments === 1 && encoding === 'GSM-7') return undefined
  const most = encoding === 'GSM-7' ? '160' : 'with a letter that ordinary texts lack only 70'
  return `makes a text of ${units} letters with the longest names, and ${most} fit into one; make it shorter`
}

/** What is wrong with a set of words, in sentences; empty when nothing is. */
export function faultsOfTexts(words: Record<string, unknown>, file: string): string[] {
  const missing = TEXT_NAMES.filter((name) => typeof words[name] !== 'string').map(
    (name) => `${file}: the text "${name}" is missing; write it`,
  )
  const unknown = Object.keys(words)
    .filter((name) => !isTextName(name))
    .map((name) => `${file}: there is no text called "${name}"; take it out or correct its name`)
  const strange = Object.entries(words).flatMap(([name, text]) =>
    placeholders(text)
      .filter((key) => !isTextValue(key))
      .map(
        (key) =>
          `${file}: the text "${name}" asks for {${key}}, which nobody fills; use one of ${Object.keys(TEXT_VALUES).join(', ')}`,
      ),
  )
  if (missing.length + strange.length > 0) return [...missing, ...unknown, ...strange]
  const long = TEXT_NAMES.map((name) => ({ name, fault: tooLong(words as TextWords, name) }))
    .filter(({ fault }) => fault !== undefined)
    .map(({ name, fault }) => `${file}: the text "${name}" ${fault}`)
  return [...unknown, ...long]
}

function placeholders(text: unknown): string[] {
  return typeof text === 'string'
    ? [...text.matchAll(/\{(\w+)\}/g)].flatMap((m) => (m[1] === undefined ? [] : [m[1]]))
    : []
}

function isTextValue(key: string): key is TextValue {
  return Object.hasOwn(TEXT_VALUES, key)
}
