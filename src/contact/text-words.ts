/** The texts by name. The words stand in `voice-flows/words`; a name that is missing there stops the start. */
export const TEXT_NAMES = [
  'eta',
  'eta-changed',
  'eta-planned-again',
  'late-telling',
  'late-telling-why',
  'late-noted',
  'late-paused',
  'ask-minutes',
  'ask-minutes-only',
  'ask-which',
  'ask-whether',
  'ask-passed',
  'ask-not-later',
  'no-visit',
  'arrived',
  'left',
  'reason-noted',
  'undone',
  'undone-log-in',
  'nothing-to-undo',
  'office-has-it',
  'emergency',
  'not-understood',
  'unknown-number',
  'household-has-it',
  'late-notice',
  'late-notice-undone',
  'office-item-details',
  'office-item-no-number',
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
      return value
    })
    .replace(/\s+$/, '')
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
  return [...missing, ...unknown, ...strange]
}

function placeholders(text: unknown): string[] {
  return typeof text === 'string'
    ? [...text.matchAll(/\{(\w+)\}/g)].flatMap((m) => (m[1] === undefined ? [] : [m[1]]))
    : []
}

function isTextValue(key: string): key is TextValue {
  return Object.hasOwn(TEXT_VALUES, key)
}
